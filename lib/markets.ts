/**
 * The markets: countries with a shop of their own below `/{country}`, in the order of the country menu. Static, so that a
 * build needs no backend; each country must be in one of Medusa's regions. `language`: the browser language that leads
 * there from "/". `timeZone`: for dates and times; with several zones, that of the largest city. Other countries of a
 * region are delivered to from the markets of that region (lib/catalog/regions).
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
] as const;

export type Market = (typeof MARKETS)[number];
export type Country = Market["country"];

export const DEFAULT_COUNTRY: Country = "us";

/** The market of a country code, or undefined. @param country from a URL or form, unchecked */
export function findMarket(country: string): Market | undefined {
  return MARKETS.find((market) => market.country === country);
}
