/**
 * Handles name products, categories and collections in addresses. Medusa makes those of products out of lower-case
 * letters and digits of any script and hyphens; those of categories and collections are what was typed.
 */

/** More than that no address holds (`lib/http/malformed.ts`), and control characters are errors to the database. */
const HANDLE = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}\\]{1,200}$/u;

/** Whether there can be a page for it: what cannot be in an address has none. */
export function isHandle(handle: string): boolean {
  return HANDLE.test(handle);
}

/**
 * The handle that a page is about.
 * @param param of the page, which Next hands over as it stands in the address: "gr%C3%B6%C3%9Fe"
 */
export function decodeHandle(param: string): string {
  try {
    return decodeURIComponent(param);
  } catch {
    return param;
  }
}

export type Kind = "products" | "categories" | "collections";

/** The address of a page within a country: "/products/gr%C3%B6%C3%9Fe". The one place that writes a handle into one. */
export function getPath(kind: Kind, handle: string): string {
  return `/${kind}/${encodeURIComponent(handle)}`;
}
