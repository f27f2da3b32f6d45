import { z } from "zod";

/** Stands for this site in URLs that are only looked at. */
const HERE = "https://shop.invalid";

/** Where to go on afterwards, if that is a path of our own. */
export const ownPathSchema = z
  .string()
  .max(500, { abort: true })
  .refine(isOwnPath)
  .transform(encodePath)
  .optional()
  .catch(undefined);

/** As it can stand in a header: letters beyond ASCII percent-encoded. @param path a path of our own */
export function encodePath(path: string): string {
  return path.replaceAll(/[^!-~]+/gu, encodeURIComponent);
}

/**
 * A path of our own, with its query: it cannot lead to another site, whatever a browser makes of slashes, also once
 * `.` and `..` have been taken out of it ("/.//evil.example" is "//evil.example" then).
 */
export function isOwnPath(path: string): boolean {
  if (!/^\/(?![/\\])[^\s\\\p{Cc}\p{Cs}]*$/u.test(path) || !URL.canParse(path, HERE)) return false;
  const { origin, pathname } = new URL(path, HERE);
  return origin === HERE && !pathname.startsWith("//");
}
