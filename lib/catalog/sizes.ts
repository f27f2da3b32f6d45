import "server-only";
const LETTERS = ["XXS", "XS", "S", "S/M", "SMALL", "M", "M/L", "MEDIUM", "L", "LARGE", "L/XL", "XL", "XXL"];

/** Compares values of an option: clothing sizes by size, numbers by value, everything else by the alphabet. */
export function compareSizes(a: string, b: string): number {
  const rank = (label: string) => LETTERS.indexOf(label.toUpperCase()) >>> 0;
  return rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true });
}
