type MarketFields = {
  /** ISO 3166-1, two lower-case letters: the first segment of every path. Must be in one of Medusa's regions. */
  country: string;
  /** In English, for menus and messages. */
  name: string;
  /** ISO 4217, lower case: that of the region. */
  currency: string;
  /** BCP 47, for amounts and dates; in English, as the texts of the shop are. */
  locale: string;
  /** The beginning of an `Accept-Language` header that leads from "/" to this market; the first match wins. */
  language: string;
  /** IANA, for dates and times; with several zones, that of the largest city. */
  timeZone: string;
};

/**
 * The markets: countries with a shop of their own below `/{country}`, in the order of the country menu. Static, so that a
 * build needs no backend. Other countries of a region are delivered to from the markets of that region
 * (lib/catalog/regions). `middleware.ts` repeats the countries in its matcher.
 */
export const MARKETS = [
  {
    country: "us",
    name: "United States",
    currency: "usd",
    locale: "en-US",
    language: "en-US",
    timeZone: "America/New_York",
  },
  {
    country: "gb",
    name: "United Kingdom",
    currency: "gbp",
    locale: "en-GB",
    language: "en-GB",
    timeZone: "Europe/London",
  },
  {
    country: "de",
    name: "Germany",
    currency: "eur",
    locale: "en-IE",
    language: "de",
    timeZone: "Europe/Berlin",
  },
  {
    country: "fr",
    name: "France",
    currency: "eur",
    locale: "en-IE",
    language: "fr",
    timeZone: "Europe/Paris",
  },
  {
    country: "it",
    name: "Italy",
    currency: "eur",
    locale: "en-IE",
    language: "it",
    timeZone: "Europe/Rome",
  },
  {
    country: "es",
    name: "Spain",
    currency: "eur",
    locale: "en-IE",
    language: "es",
    timeZone: "Europe/Madrid",
  },
  {
    country: "nl",
    name: "Netherlands",
    currency: "eur",
    locale: "en-IE",
    language: "nl",
    timeZone: "Europe/Amsterdam",
  },
  {
    country: "jp",
    name: "Japan",
    currency: "jpy",
    locale: "en-US",
    language: "ja",
    timeZone: "Asia/Tokyo",
  },
] as const satisfies readonly MarketFields[];

export type Market = (typeof MARKETS)[number];
export type Country = Market["country"];

export const DEFAULT_COUNTRY: Country = "us";

/** The market of a country code, or undefined. @param country from a URL or form, unchecked */
export function findMarket(country: string): Market | undefined {
  return MARKETS.find((market) => market.country === country);
}
