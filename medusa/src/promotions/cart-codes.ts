/** Where a cart's metadata holds the codes that its shopper has given, in their order. Nobody but the backend writes it. */
export const CODES_KEY = "promotion_codes";

/** More codes than anybody has for one order. */
export const MAX_CODES = 10;

type Metadata = Record<string, unknown> | null | undefined;

/** The codes that are kept with a cart, whether or not they have an effect. */
export function listCodes(metadata: Metadata): string[] {
  const codes = metadata?.[CODES_KEY];
  return Array.isArray(codes) ? codes.filter((code): code is string => typeof code === "string") : [];
}

/** The metadata with other codes, null where they are the same already. */
export function withCodes(metadata: Metadata, codes: string[]): Record<string, unknown> | null {
  const isSame = JSON.stringify(listCodes(metadata)) === JSON.stringify(codes);
  return isSame ? null : { ...metadata, [CODES_KEY]: codes };
}
