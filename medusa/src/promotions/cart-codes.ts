/** Metadata key of the codes that the shopper has entered, in order. Written by the backend only. */
export const CODES_KEY = "promotion_codes";

/** More codes than anybody uses for one order. */
export const MAX_CODES = 10;

type Metadata = Record<string, unknown> | null | undefined;

/** Codes of a cart, with or without an effect. */
export function listCodes(metadata: Metadata): string[] {
  const codes = metadata?.[CODES_KEY];
  return Array.isArray(codes) ? codes.filter((code): code is string => typeof code === "string") : [];
}

/** Returns the metadata with these codes; null if they are unchanged. */
export function withCodes(metadata: Metadata, codes: string[]): Record<string, unknown> | null {
  const isSame = JSON.stringify(listCodes(metadata)) === JSON.stringify(codes);
  return isSame ? null : { ...metadata, [CODES_KEY]: codes };
}
