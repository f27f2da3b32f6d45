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
/** The pages of the store that are prerendered in every sort. */
const MAX_PAGES = 3;

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

/** The first pages of the store in every sort. */
export async function listPageParams(): Promise<PageParams[]> {
  const { pageCount } = await listProducts(DEFAULT_COUNTRY, {}, FIRST_PAGE);
  const pages = Array.from({ length: Math.min(pageCount, MAX_PAGES) }, (_, index) => String(index + 1));
  return SORTS.flatMap((sort) => pages.map((page) => ({ sort, page })));
}

/** The first page of each prerendered category or collection, in every sort. */
export async function listHandlePageParams(
  kind: "category" | "collection",
): Promise<(HandleParams & PageParams)[]> {
  const handles = await (kind === "category" ? listCategoryParams() : listCollectionParams());
  return handles.flatMap(({ handle }) => SORTS.map((sort) => ({ handle, sort, page: "1" })));
}
