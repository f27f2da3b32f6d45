/** The wanted entries that do not exist yet, told apart by `key`: what is there is never made twice. */
export function findMissing<W, E>(wanted: W[], existing: E[], key: (entry: W | E) => unknown): W[] {
  const known = new Set(existing.map(key));
  return wanted.filter((entry) => !known.has(key(entry)));
}
