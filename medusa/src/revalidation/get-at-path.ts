/** Everything at the end of a path through nested records; lists on the way are followed entry by entry. */
export function getAtPath(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => getAtPath(entry, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return value instanceof Object && key in value ? getAtPath(Reflect.get(value, key), rest) : [];
}
