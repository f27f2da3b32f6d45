import { findViolation, type Bounds } from "./bounds";

const BOUNDS: Bounds = {
  depth: 6,
  values: 300,
  characters: 20_000,
  elements: 200,
  allowsMultilineText: false,
};

/** Maximum lengths of parameters that Medusa passes to its database; those of the admin's own pages fit. */
const MAX_LENGTHS: Record<string, number> = { q: 200, fields: 6_000, expand: 2_000, order: 200, sort: 200 };

/** Counts within a shop's size and PostgreSQL's integers. */
const COUNT_PATTERNS: Record<string, RegExp> = {
  limit: /^\d{1,5}$/,
  take: /^\d{1,5}$/,
  offset: /^\d{1,8}$/,
  skip: /^\d{1,8}$/,
};

const STORE_MAX_LIMIT = 1_000;

/**
 * Finds what is wrong with a query; null if nothing is.
 * @param isStore whether the route is public
 * @returns a sentence that repeats no input
 */
export function findQueryViolation(query: Record<string, unknown>, isStore: boolean): string | null {
  const violation = findViolation(query, BOUNDS);
  if (violation) return violation;
  for (const [name, length] of Object.entries(MAX_LENGTHS)) {
    const value = query[name];
    if (value !== undefined && (typeof value !== "string" || value.length > length))
      return `"${name}" is too long, or no text.`;
  }
  for (const [name, pattern] of Object.entries(COUNT_PATTERNS)) {
    const value = query[name];
    if (value !== undefined && (typeof value !== "string" || !pattern.test(value)))
      return `"${name}" is no number that can be used.`;
  }
  if (isStore && Number(query.limit ?? query.take ?? 0) > STORE_MAX_LIMIT)
    return `"limit" is more than ${STORE_MAX_LIMIT}.`;
  return null;
}
