import { listKeys, type OptionValue } from "./option-keys";

/**
 * "colour=ink https://…" for each value of an option whose variants have the same picture, and another one than the rest.
 * A list that is filtered by that value shows it.
 */
export function listOptionPictures(
  variants: readonly { options: readonly OptionValue[]; picture: string | null }[],
): string[] {
  const pictures = new Map<string, Set<string | null>>();
  for (const { options, picture } of variants)
    for (const key of listKeys(options)) pictures.set(key, (pictures.get(key) ?? new Set()).add(picture));
  if (new Set(variants.map(({ picture }) => picture)).size < 2) return [];
  return [...pictures]
    .flatMap(([key, [picture, ...others]]) => (picture && others.length === 0 ? [`${key} ${picture}`] : []))
    .toSorted();
}
