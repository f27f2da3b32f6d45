/** The collections that have a picture of their own, 4:3, in `public/editorial`. */
const PICTURED: ReadonlySet<string> = new Set(["city-rain", "first-frost", "the-attendants-shelf"]);

/** The address of a collection's picture; null for one made later, in the admin, that has none. */
export function getCollectionPicture(handle: string): string | null {
  return PICTURED.has(handle) ? `/editorial/${handle}.webp` : null;
}
