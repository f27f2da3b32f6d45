/** The collections that have a picture of their own, 4:3, in `public/editorial`. */
const PICTURED: ReadonlySet<string> = new Set(["city-rain", "first-frost", "the-attendants-shelf"]);

/** The URL of a collection's picture; null for a collection that was added in the admin. */
export function getCollectionPicture(handle: string): string | null {
  return PICTURED.has(handle) ? `/editorial/${handle}.webp` : null;
}
