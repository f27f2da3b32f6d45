import { listProducts, type ProductFilter } from "@/lib/catalog/products";
import { SORTS } from "@/lib/catalog/sort";
import { DEFAULT_COUNTRY } from "@/lib/market";

/** Every order and page of a list, to build them ahead. */
export async function listPageParams(filter: Pick<ProductFilter, "category" | "collection">) {
  const { pageCount } = await listProducts(DEFAULT_COUNTRY, { ...filter, sort: SORTS[0], page: 1 });
  const pages = Array.from({ length: pageCount }, (_, index) => String(index + 1));
  return SORTS.flatMap((sort) => pages.map((page) => ({ sort, page })));
}
