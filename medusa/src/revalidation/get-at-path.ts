/** All values at a path through nested records and lists. */
export function getAtPath(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => getAtPath(entry, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return value instanceof Object && key in value ? getAtPath(Reflect.get(value, key), rest) : [];
}
