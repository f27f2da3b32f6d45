import { toSlug } from "./slug";

/** Names of a list's other parameters (lib/catalog/list-query.ts of the storefront), which no option may have. */
const RESERVED = new Set([
  "category",
  "collection",
  "in-stock",
  "material",
  "max",
  "min",
  "page",
  "q",
  "reduced",
  "sort",
  "sortby",
]);

/** More options cannot be filtered by: a variant has a key for each combination of its options. */
const MAX_OPTIONS = 3;

export interface OptionValue {
  title: string;
  value: string;
}

interface OptionKeys {
  /** "colour=ink" */
  single: string[];
  /** "colour=ink&size=m", in every order. */
  combined: string[];
  /** "colour=ink|Colour|Ink": the key with its names. */
  labels: string[];
}

/**
 * The keys of the variants' options and of their combinations. A product has "colour=ink&size=m" only if one variant has
 * both; every order is there, so that the values that go with a choice can be found by their beginning.
 */
export function listOptionKeys(variants: readonly (readonly OptionValue[])[]): OptionKeys {
  const keys = { single: new Set<string>(), combined: new Set<string>(), labels: new Set<string>() };
  for (const options of variants) {
    const named = options
      .flatMap((option) => toKey(option) ?? [])
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, MAX_OPTIONS);
    for (const { key, label } of named) {
      keys.single.add(key);
      keys.labels.add(label);
    }
    const arrangements = listArrangements(named.map(({ key }) => key));
    for (const arrangement of arrangements) keys.combined.add(arrangement.join("&"));
  }
  return {
    single: [...keys.single].toSorted(),
    combined: [...keys.combined].toSorted(),
    labels: [...keys.labels].toSorted(),
  };
}

/** The keys of a variant's options: "colour=ink", "size=m". */
export const listKeys = (options: readonly OptionValue[]): string[] =>
  options.flatMap((option) => toKey(option)?.key ?? []);

function toKey({ title, value }: OptionValue): { key: string; label: string } | null {
  const name = toSlug(title);
  const choice = toSlug(value);
  if (!name || !choice) return null;
  const key = `${RESERVED.has(name) ? `option-${name}` : name}=${choice}`;
  return { key, label: [key, title, value].map((part) => part.replaceAll("|", "/")).join("|") };
}

/** Every arrangement of two or more of the keys. */
function listArrangements(keys: readonly string[]): string[][] {
  const extend = (start: string[]): string[][] =>
    keys.flatMap((key) => (start.includes(key) ? [] : [[...start, key], ...extend([...start, key])]));
  return extend([]).filter(({ length }) => length > 1);
}
