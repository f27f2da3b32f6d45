import type { Money } from "@/lib/money";

/** The values of `?sortBy=`; the first is the default. */
export const SORTS = ["created_at", "price_asc", "price_desc"] as const;
export type Sort = (typeof SORTS)[number];

/** The sort with that name, or undefined. */
export function parseSort(text: string): Sort | undefined {
  return SORTS.find((sort) => sort === text);
}

type Sortable = { handle: string; createdAt: string; price: Money };

const COMPARE: Record<Sort, (a: Sortable, b: Sortable) => number> = {
  created_at: (a, b) => b.createdAt.localeCompare(a.createdAt),
  price_asc: (a, b) => a.price.amount - b.price.amount,
  price_desc: (a, b) => b.price.amount - a.price.amount,
};

/** A sorted copy. Ties are sorted by handle, so that no product is on two pages or on none. */
export function sortProducts<T extends Sortable>(products: readonly T[], sort: Sort): T[] {
  return products.toSorted((a, b) => COMPARE[sort](a, b) || a.handle.localeCompare(b.handle));
}
