import "server-only";
import { normalizeListParams } from "@/lib/catalog/list-query";

/** Lists whose address may have filters. */
const LIST = /^\/[a-z]{2}\/(?:store|(?:categories|collections)\/[^/]+)$/;

/** The route of filtered lists, which has no address of its own. */
const ROUTE = /^\/[a-z]{2}\/(?:store|(?:categories|collections)\/[^/]+)\/filter$/;

/** Matches no page: see `lib/http/rewrites.ts`. */
const NOWHERE = "/us/-";

const SEARCH = /^\/[a-z]{2}\/search$/;

/** Parameters that a page without filters has: sort, page and text, and those of Next's router. */
const PLAIN: ReadonlySet<string> = new Set(["page", "sortBy", "q", "_rsc"]);

/** Parameters by which other sites and mails follow their visitors. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|mc_\w+|ref|source)$/;

/** What the name of an option, or of another filter, can be. */
const NAME = /^[\p{L}\p{N}-]{1,60}$/u;

/**
 * Leads a list with filters to the route that is rendered for each request. Not a rewrite of `next.config.ts`, which would
 * have to name every parameter: options are named in the admin.
 * @param url path and query of a request
 * @returns path and query for Next
 */
export function rewriteFilteredList(url: string): string {
  const [path = "", search] = url.split("?", 2);
  if (ROUTE.test(path)) return NOWHERE;
  if (!search || !LIST.test(path)) return url;
  return hasFilter(new URLSearchParams(search)) ? `${path}/filter?${search}` : url;
}

/**
 * The one address of a filtered list or search, if the requested one is another spelling of it. A page cannot redirect by
 * itself: its status is sent before it is rendered.
 * @param url path and query of a request for a document
 */
export function findListRedirect(url: string): string | null {
  const [path = "", search] = url.split("?", 2);
  if (!search || !(LIST.test(path) || SEARCH.test(path))) return null;
  const given = new URLSearchParams(search);
  if (given.has("_rsc") || !hasFilter(given)) return null;
  const normal = normalizeListParams(given).toString();
  if (normal === given.toString()) return null;
  return normal ? `${path}?${normal}` : path;
}

function hasFilter(params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => NAME.test(name) && !PLAIN.has(name) && !TRACKING.test(name));
}
