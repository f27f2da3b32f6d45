import type { Metadata } from "next";
import { DEFAULT_COUNTRY, MARKETS, type Market } from "@/lib/market";

/** A page's own address and the same page in every other country, for search engines. */
export function getAlternates(market: Market, path: string): NonNullable<Metadata["alternates"]> {
  const languages = Object.fromEntries(
    MARKETS.map(({ country }) => [`en-${country.toUpperCase()}`, `/${country}${path}`]),
  );
  return {
    canonical: `/${market.country}${path}`,
    languages: { ...languages, "x-default": `/${DEFAULT_COUNTRY}${path}` },
  };
}
