/**
 * The countries this shop sells to, in the order the country menu shows them. Static, so that a build needs no
 * backend and a country's pages can be prerendered; each must belong to a region in Medusa's admin. `language` is the
 * browser's that leads there from "/". Dates and times are written in `timeZone`, in a country with several that of its
 * largest city, so that they do not depend on the server. A country without a shop of its own is delivered to from the
 * shops of its region: see lib/catalog/regions.
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

/** The market of a country code from a URL or a form, or undefined when we do not sell there. */
export function findMarket(country: string): Market | undefined {
  return MARKETS.find((market) => market.country === country);
}
