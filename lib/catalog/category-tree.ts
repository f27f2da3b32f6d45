import "server-only";
import type { Category } from "@/lib/catalog/categories";

/** A category with those below it. */
export type CategoryNode = Category & { children: CategoryNode[] };

/** The categories directly below one, in the admin's order. @param parent its handle; null for those at the top */
export function listChildren(categories: readonly Category[], parent: string | null): Category[] {
  return categories.filter((category) => category.parent === parent);
}

/** The categories above one, the topmost first; ends also where categories are each other's parents. */
export function listAncestors(categories: readonly Category[], handle: string): Category[] {
  const byHandle = new Map(categories.map((category) => [category.handle, category]));
  const path: Category[] = [];
  let parent = byHandle.get(handle)?.parent ?? null;
  while (parent !== null && parent !== handle && !path.some((each) => each.handle === parent)) {
    const category = byHandle.get(parent);
    if (!category) break;
    path.unshift(category);
    parent = category.parent;
  }
  return path;
}

/** The whole tree. @param depth how many levels of it */
export function buildCategoryTree(
  categories: readonly Category[],
  depth: number,
  parent: string | null = null,
): CategoryNode[] {
  if (depth === 0) return [];
  return listChildren(categories, parent).map((category) => ({
    ...category,
    children: buildCategoryTree(categories, depth - 1, category.handle),
  }));
}
