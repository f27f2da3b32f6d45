import { parseSort, SORTS, type Sort } from "@/lib/catalog/sort";

/** The address of a page of a list; what is usual is left out of it, so that each page has one address. */
export function getListAddress(path: string, { sort, page }: { sort: Sort; page: number }): string {
  const query = new URLSearchParams();
  if (sort !== SORTS[0]) query.set("sortBy", sort);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The address a built page is known by: the page behind `/us/store?page=2` is built as `/us/store/created_at/2`. */
export function getPublicAddress(builtPath: string): string {
  const [, path = "", sortText = "", page = ""] = /^(.+)\/([^/]+)\/(\d+)$/.exec(builtPath) ?? [];
  const sort = parseSort(sortText);
  return sort ? getListAddress(path, { sort, page: Number(page) }) : builtPath;
}
