import { FIRST_PAGE, getListHref } from "@/lib/catalog/list-query";
import { parseSort } from "@/lib/catalog/sort";

/**
 * The public URL of a built path: `/us/store?page=2` for `/us/store/created_at/2`; of a filtered list, whose filters are
 * not in its path, that of the plain one.
 */
export function getCanonicalHref(builtPath: string): string {
  const [, filtered] =
    /^(\/[a-z]{2}\/(?:store|(?:categories|collections)\/[^/]+))\/filter$/.exec(builtPath) ?? [];
  if (filtered) return filtered;
  const [, path = "", sortText = "", page = ""] = /^(.+)\/([^/]+)\/(\d+)$/.exec(builtPath) ?? [];
  const sort = parseSort(sortText);
  return sort ? getListHref(path, { ...FIRST_PAGE, sort, page: Number(page) }) : builtPath;
}
