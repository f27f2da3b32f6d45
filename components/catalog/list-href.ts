import { parseSort, SORTS, type Sort } from "@/lib/catalog/sort";

/** The URL of a page of a list. Leaves out defaults, so that each page has one URL. */
export function getListHref(path: string, { sort, page }: { sort: Sort; page: number }): string {
  const query = new URLSearchParams();
  if (sort !== SORTS[0]) query.set("sortBy", sort);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The public URL of a prerendered path: `/us/store?page=2` for `/us/store/created_at/2`. */
export function getCanonicalHref(builtPath: string): string {
  const [, path = "", sortText = "", page = ""] = /^(.+)\/([^/]+)\/(\d+)$/.exec(builtPath) ?? [];
  const sort = parseSort(sortText);
  return sort ? getListHref(path, { sort, page: Number(page) }) : builtPath;
}
