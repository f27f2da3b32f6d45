/** The values of `?sortBy=`; the first is the default. */
export const SORTS = ["featured", "created_at", "price_asc", "price_desc", "name"] as const;
export type Sort = (typeof SORTS)[number];

/** The sort with that name, or undefined. */
export function parseSort(text: string): Sort | undefined {
  return SORTS.find((sort) => sort === text);
}

type Direction = "ASC" | "DESC";

/**
 * The engine's order for each sort. "handle" last, so that no product is on two pages or on none. Products without a
 * place among the featured ones follow, newest first.
 */
export const ENGINE_ORDER: Record<Sort, Readonly<Record<string, Direction>>> = {
  featured: { featured: "ASC", created_at: "DESC", handle: "ASC" },
  created_at: { created_at: "DESC", handle: "ASC" },
  price_asc: { price: "ASC", handle: "ASC" },
  price_desc: { price: "DESC", handle: "ASC" },
  name: { sort_title: "ASC", handle: "ASC" },
};
