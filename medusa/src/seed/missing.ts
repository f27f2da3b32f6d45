/** Returns the wanted entries that do not exist yet, compared by `key`. */
export function findMissing<W, E>(wanted: W[], existing: E[], key: (entry: W | E) => unknown): W[] {
  const known = new Set(existing.map(key));
  return wanted.filter((entry) => !known.has(key(entry)));
}
