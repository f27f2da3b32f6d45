import { listCategories } from "@/lib/catalog/categories";
import { listCollections } from "@/lib/catalog/collections";
import { FIRST_PAGE } from "@/lib/catalog/list-query";
import { listProductHandles, listProducts } from "@/lib/catalog/lists";
import { SORTS } from "@/lib/catalog/sort";
import { DEFAULT_COUNTRY } from "@/lib/markets";

/**
 * The route parameters to prerender: a number that does not grow with the catalogue. All other pages are rendered on demand
 * and cached.
 */

type HandleParams = { handle: string };
type PageParams = { sort: string; page: string };

/** The most categories, and collections, that are prerendered. */
const MAX_CATEGORIES = 12;
const MAX_COLLECTIONS = 6;

/** A prerendered page is a file named like its path, and file systems limit names to 255 bytes. */
const MAX_NAME_LENGTH = 200;

/** Next needs at least one page per route; without a catalogue it is a not-found page. */
const orNowhere = (handles: string[]): HandleParams[] => {
  const buildable = handles.filter((handle) => encodeURIComponent(handle).length <= MAX_NAME_LENGTH);
  return (buildable.length > 0 ? buildable : ["nowhere"]).map((handle) => ({ handle }));
};

export const listProductParams = async () => orNowhere(await listProductHandles());

export const listCategoryParams = async () =>
  orNowhere((await listCategories()).slice(0, MAX_CATEGORIES).map(({ handle }) => handle));

export const listCollectionParams = async () =>
  orNowhere((await listCollections()).slice(0, MAX_COLLECTIONS).map(({ handle }) => handle));

/** Further pages and other sorts are rendered on demand. Next needs one page per route: the store's second. */
export async function listPageParams(): Promise<PageParams[]> {
  const { pageCount } = await listProducts(DEFAULT_COUNTRY, {}, FIRST_PAGE);
  return [{ sort: SORTS[0], page: String(Math.min(pageCount, 2)) }];
}

/** As `listPageParams`, for categories and collections: the first page of the first one. */
export async function listHandlePageParams(
  kind: "category" | "collection",
): Promise<(HandleParams & PageParams)[]> {
  const handles = await (kind === "category" ? listCategoryParams() : listCollectionParams());
  return handles.slice(0, 1).map(({ handle }) => ({ handle, sort: SORTS[0], page: "1" }));
}
