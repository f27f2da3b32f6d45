/**
 * Handles identify products, categories and collections in URLs. Medusa makes a product's from lower-case letters and
 * digits of any script and hyphens; those of categories and collections are as typed.
 */

/**
 * At most as long as a path segment may be (`lib/guard/request-head.ts`); no control characters, which PostgreSQL
 * refuses.
 */
const HANDLE = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}\\]{1,200}$/u;

/** Whether a text can be a handle in a URL. */
export function isHandle(handle: string): boolean {
  return HANDLE.test(handle);
}

/**
 * The handle in a page's route parameter.
 * @param param percent-encoded, as Next passes it: "gr%C3%B6%C3%9Fe"
 */
export function decodeHandle(param: string): string {
  try {
    return decodeURIComponent(param);
  } catch {
    return param;
  }
}

export type EntityKind = "products" | "categories" | "collections";

/** The path of a page below the country: "/products/gr%C3%B6%C3%9Fe". The only place that encodes handles. */
export function getPath(kind: EntityKind, handle: string): string {
  return `/${kind}/${encodeURIComponent(handle)}`;
}
