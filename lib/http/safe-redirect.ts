import { z } from "zod";

/** A placeholder for this site's origin, to resolve paths against. */
const OWN_ORIGIN = "https://shop.invalid";

/** A redirect target from a query or form: a path on this site, undefined for anything else. */
export const safeRedirectSchema = z
  .string()
  .max(500, { abort: true })
  .refine(isSafeRedirect)
  .transform(encodePath)
  .optional()
  .catch(undefined);

/** Percent-encodes non-ASCII characters, so that the path can stand in a header. @param path a safe redirect path */
export function encodePath(path: string): string {
  return path.replaceAll(/[^!-~]+/gu, encodeURIComponent);
}

/**
 * Whether a text is a path (with query) on this site that cannot lead to another one, however browsers treat slashes,
 * and after `.` and `..` are resolved ("/.//evil.example" resolves to "//evil.example").
 */
export function isSafeRedirect(path: string): boolean {
  if (!/^\/(?![/\\])[^\s\\\p{Cc}\p{Cs}]*$/u.test(path) || !URL.canParse(path, OWN_ORIGIN)) return false;
  const { origin, pathname } = new URL(path, OWN_ORIGIN);
  return origin === OWN_ORIGIN && !pathname.startsWith("//");
}
