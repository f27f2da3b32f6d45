import { SORTS, type Sort } from "@/lib/catalog/sort";

/** The address of a page of a list; what is usual is left out of it, so that each page has one address. */
export function getListAddress(path: string, { sort, page }: { sort: Sort; page: number }): string {
  const query = new URLSearchParams();
  if (sort !== SORTS[0]) query.set("sortBy", sort);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}
