/** Everything at the end of a path through nested records; lists on the way are followed entry by entry. */
export function leaves(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => leaves(entry, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return value instanceof Object && key in value ? leaves(Reflect.get(value, key), rest) : [];
}
