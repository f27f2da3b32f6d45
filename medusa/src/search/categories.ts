/** A category with the ids of its ancestors and its own, "pcat_1.pcat_2". */
export interface IndexedCategory {
  id: string;
  handle: string;
  name: string;
  mpath: string | null;
  is_active: boolean;
  is_internal: boolean;
}

/**
 * The categories that list a product: its own and their ancestors. Without inactive and internal ones; a category below
 * an inactive one still counts, as Medusa lists it.
 */
export function listPublicCategories(
  ids: readonly string[],
  categories: ReadonlyMap<string, IndexedCategory>,
): IndexedCategory[] {
  const withAncestors = ids.flatMap((id) => {
    const path = categories.get(id)?.mpath?.split(".").filter(Boolean) ?? [];
    return [...path, id];
  });
  return [...new Set(withAncestors)]
    .flatMap((id) => categories.get(id) ?? [])
    .filter(({ is_active, is_internal }) => is_active && !is_internal)
    .toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
}
