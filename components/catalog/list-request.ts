import { FIRST_PAGE as FIRST, type ListQuery } from "@/lib/catalog/list-query";
import { parseSort } from "@/lib/catalog/sort";

/**
 * `problem`: a sentence about an invalid sort or page in the URL. `version`: of the catalogue, for a page that is rendered for each
 * request (`getVersion`).
 */
export type ListRequest = { query: ListQuery; problem: string | null; version?: string };

/** The default request. */
export const FIRST_PAGE: ListRequest = { query: FIRST, problem: null };

/** Parses the sort and page of a list without filters; invalid values are replaced by defaults, with a `problem`. */
export function parseListRequest(params: { sort: string; page: string }): ListRequest {
  const sort = parseSort(params.sort);
  const page = /^[1-9]\d{0,5}$/.test(params.page) ? Number(params.page) : undefined;
  if (!sort)
    return { query: FIRST, problem: "We cannot sort by that, so here is everything in the usual order." };
  if (!page) return { query: { ...FIRST, sort }, problem: "There is no such page, so here is the first." };
  return { query: { ...FIRST, sort, page }, problem: null };
}
