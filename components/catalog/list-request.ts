import { parseSort, SORTS, type Sort } from "@/lib/catalog/sort";

/** `problem` says, in a sentence, what the address asked for that there is not. */
export type ListRequest = { sort: Sort; page: number; problem: string | null };

/** What a list shows when its address asks for nothing in particular. */
export const FIRST_PAGE: ListRequest = { sort: SORTS[0], page: 1, problem: null };

/** The sort and page an address asks for; what makes no sense is replaced by the usual, and said. */
export function parseListRequest(params: { sort: string; page: string }): ListRequest {
  const sort = parseSort(params.sort);
  const page = /^[1-9]\d{0,5}$/.test(params.page) ? Number(params.page) : undefined;
  if (!sort)
    return { ...FIRST_PAGE, problem: "We cannot sort by that, so here is everything, newest first." };
  if (!page) return { sort, page: 1, problem: "There is no such page, so here is the first." };
  return { sort, page, problem: null };
}
