import "server-only";

const toWords = (text: string) =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Those whose name has a word beginning with each word of the text, whatever the case and accents. */
export function findNamesWithWords<T extends { name: string }>(entries: readonly T[], text: string): T[] {
  const wanted = toWords(text);
  if (wanted.length === 0) return [];
  return entries.filter(({ name }) => {
    const words = toWords(name);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}
