import { findMarket } from "@/lib/market";

/** A country that an address can be in. */
export type DeliveryCountry = { country: string; name: string };

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** A country's name in English, whether or not it has a shop of its own. @param country ISO 3166-1, two letters */
export function getCountryName(country: string): string {
  const isCode = /^[a-z]{2}$/i.test(country);
  return (
    findMarket(country)?.name ??
    (isCode ? names.of(country.toUpperCase()) : undefined) ??
    country.toUpperCase()
  );
}
