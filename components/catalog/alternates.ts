import type { Metadata } from "next";
import { type Country, DEFAULT_COUNTRY, MARKETS, type Market } from "@/lib/markets";

const ALL: readonly Country[] = MARKETS.map(({ country }) => country);

/**
 * A page's own address and the same page in other countries, for search engines.
 * @param countries in which there is such a page
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

/** The language of a country's pages, as search engines name it: "en-DE". */
export function getLanguage(country: Country): string {
  return `en-${country.toUpperCase()}`;
}
