import { findMarket } from "@/lib/markets";

/** A country that can be delivered to. */
export type DeliveryCountry = { country: string; name: string };

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** The English name of a country, market or not. @param country ISO 3166-1, two letters */
export function getCountryName(country: string): string {
  const isCode = /^[a-z]{2}$/i.test(country);
  return (
    findMarket(country)?.name ??
    (isCode ? names.of(country.toUpperCase()) : undefined) ??
    country.toUpperCase()
  );
}
