import { listCategories } from "@/lib/catalog/categories";
import { listCollections } from "@/lib/catalog/collections";
import { listProductHandles, listProducts, type ProductFilter } from "@/lib/catalog/products";
import { SORTS } from "@/lib/catalog/sort";
import { DEFAULT_COUNTRY } from "@/lib/markets";

/** The route parameters to prerender. All other pages are rendered on demand and cached. */

type HandleParams = { handle: string };
type PageParams = { sort: string; page: string };

/** A prerendered page is a file named like its path, and file systems limit names to 255 bytes. */
const MAX_NAME_LENGTH = 200;

/** Next needs at least one page per route; without a catalogue it is a not-found page. */
const orNowhere = (handles: string[]): HandleParams[] => {
  const buildable = handles.filter((handle) => encodeURIComponent(handle).length <= MAX_NAME_LENGTH);
  return (buildable.length > 0 ? buildable : ["nowhere"]).map((handle) => ({ handle }));
};

export const listProductParams = async () => orNowhere(await listProductHandles());

export const listCategoryParams = async () => orNowhere((await listCategories()).map(({ handle }) => handle));

export const listCollectionParams = async () =>
  orNowhere((await listCollections()).map(({ handle }) => handle));

/** Every sort and page of one list. */
export async function listPageParams(
  filter: Pick<ProductFilter, "category" | "collection">,
): Promise<PageParams[]> {
  const { pageCount } = await listProducts(DEFAULT_COUNTRY, { ...filter, sort: SORTS[0], page: 1 });
  const pages = Array.from({ length: pageCount }, (_, index) => String(index + 1));
  return SORTS.flatMap((sort) => pages.map((page) => ({ sort, page })));
}

/** Every sort and page of each category or collection. */
export async function listHandlePageParams(
  kind: "category" | "collection",
): Promise<(HandleParams & PageParams)[]> {
  const handles = await (kind === "category" ? listCategoryParams() : listCollectionParams());
  const lists = handles.map(async ({ handle }) =>
    (await listPageParams({ [kind]: handle })).map((params) => ({ handle, ...params })),
  );
  return (await Promise.all(lists)).flat();
}
