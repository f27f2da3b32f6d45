import type { Address } from "@/lib/address/address";
import { getCountryName } from "@/lib/address/country-name";

/** The fields whose order and width differ between countries; widths are in sixths of the form. */
type Place = { name: "postalCode" | "city" | "province" | "country"; sixths: 2 | 3 | 4 | 6 };

/** A country's address format: the labels of its fields, and their order. */
export type AddressFormat = {
  postalLabel: string;
  postalInputMode: "numeric" | "text";
  cityLabel: string;
  provinceLabel: string;
  places: Place[];
};

const EUROPEAN: AddressFormat = {
  postalLabel: "Postal code",
  postalInputMode: "text",
  cityLabel: "City",
  provinceLabel: "Region",
  places: [
    { name: "postalCode", sixths: 2 },
    { name: "city", sixths: 4 },
    { name: "province", sixths: 3 },
    { name: "country", sixths: 3 },
  ],
};

const AMERICAN: AddressFormat = {
  postalLabel: "ZIP code",
  postalInputMode: "numeric",
  cityLabel: "City",
  provinceLabel: "State",
  places: [
    { name: "city", sixths: 6 },
    { name: "province", sixths: 3 },
    { name: "postalCode", sixths: 3 },
    { name: "country", sixths: 6 },
  ],
};

const BRITISH: AddressFormat = {
  ...EUROPEAN,
  postalLabel: "Postcode",
  cityLabel: "Town or city",
  provinceLabel: "County",
  places: [
    { name: "city", sixths: 3 },
    { name: "province", sixths: 3 },
    { name: "postalCode", sixths: 3 },
    { name: "country", sixths: 3 },
  ],
};

const JAPANESE: AddressFormat = { ...EUROPEAN, postalInputMode: "numeric", provinceLabel: "Prefecture" };

const CANADIAN: AddressFormat = {
  ...AMERICAN,
  postalLabel: "Postal code",
  postalInputMode: "text",
  provinceLabel: "Province",
};

const FORMATS: Record<string, AddressFormat> = { us: AMERICAN, ca: CANADIAN, gb: BRITISH, jp: JAPANESE };

/** The format of countries that are not listed: European order. */
export function getAddressFormat(country: string): AddressFormat {
  return FORMATS[country] ?? EUROPEAN;
}

/** The lines of a formatted address. */
export function listAddressLines(address: Address): string[] {
  const { firstName, lastName, company, address1, address2, country } = address;
  const lines = [`${firstName} ${lastName}`, company, address1, address2, ...listPlaces(address)];
  return [...lines, getCountryName(country)].filter((line) => line.trim() !== "");
}

function listPlaces({ postalCode, city, province, country }: Address): string[] {
  if (country === "us" || country === "ca") return [`${city}, ${province} ${postalCode}`];
  if (country === "gb") return [city, province, postalCode];
  return [`${postalCode} ${city}`, province];
}
