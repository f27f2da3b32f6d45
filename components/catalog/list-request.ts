import { parseSort, SORTS, type Sort } from "@/lib/catalog/sort";

/** `problem`: a sentence about an invalid sort or page in the URL. */
export type ListRequest = { sort: Sort; page: number; problem: string | null };

/** The default request. */
export const FIRST_PAGE: ListRequest = { sort: SORTS[0], page: 1, problem: null };

/** Parses sort and page; invalid values are replaced by defaults, with a `problem`. */
export function parseListRequest(params: { sort: string; page: string }): ListRequest {
  const sort = parseSort(params.sort);
  const page = /^[1-9]\d{0,5}$/.test(params.page) ? Number(params.page) : undefined;
  if (!sort)
    return { ...FIRST_PAGE, problem: "We cannot sort by that, so here is everything, newest first." };
  if (!page) return { sort, page: 1, problem: "There is no such page, so here is the first." };
  return { sort, page, problem: null };
}
