export interface IndexedCategory {
  id: string;
  handle: string;
  name: string;
  parent_category_id: string | null;
  is_active: boolean;
  is_internal: boolean;
}

export type CategoriesById = ReadonlyMap<string, IndexedCategory>;

/**
 * The categories that list a product: its own and their ancestors. Without inactive and internal ones; a category below
 * an inactive one still counts, as Medusa lists it.
 */
export function listPublicCategories(ids: readonly string[], categories: CategoriesById): IndexedCategory[] {
  const listed = new Set(ids.flatMap((id) => listWithAncestors(id, categories)));
  return [...listed]
    .flatMap((id) => categories.get(id) ?? [])
    .filter(({ is_active, is_internal }) => is_active && !is_internal)
    .toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
}

/** The ids of a category and its ancestors; also ends for categories that are each other's parents. */
export function listWithAncestors(id: string, categories: CategoriesById): string[] {
  const path: string[] = [];
  for (let each: string | null | undefined = id; each && !path.includes(each);) {
    path.push(each);
    each = categories.get(each)?.parent_category_id;
  }
  return path;
}
