import type { Metadata } from "next";
import { type Country, DEFAULT_COUNTRY, MARKETS, type Market } from "@/lib/markets";

const ALL: readonly Country[] = MARKETS.map(({ country }) => country);

/**
 * The canonical URL of a page, and its alternates in other markets.
 * @param countries in which the page exists
 */
export function getAlternates(
  market: Market,
  path: string,
  countries = ALL,
): NonNullable<Metadata["alternates"]> {
  const fallback = countries.includes(DEFAULT_COUNTRY) ? DEFAULT_COUNTRY : (countries[0] ?? market.country);
  return {
    canonical: `/${market.country}${path}`,
    languages: {
      ...Object.fromEntries(countries.map((country) => [getLanguage(country), `/${country}${path}`])),
      "x-default": `/${fallback}${path}`,
    },
  };
}

/** The `hreflang` of a market's pages: "en-DE". */
export function getLanguage(country: Country): string {
  return `en-${country.toUpperCase()}`;
}
