const MAX_LENGTH = 60;

/**
 * The form of a name in an address: lower case, without accents, hyphens between words; letters of any script.
 * "Größe 24 × 30" is "grosse-24-x-30". Never holds "=", "&", "%" or "_", which separate keys or are wildcards.
 */
export function toSlug(name: string): string {
  return name
    .replaceAll("ß", "ss")
    .replaceAll("×", "x")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, MAX_LENGTH);
}
