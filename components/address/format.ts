import type { Address } from "@/lib/address/address";
import { getCountryName } from "@/lib/address/country-name";

/** Fields of an address whose order and width differ between countries; the widths are sixths of the form. */
type Place = { name: "postalCode" | "city" | "province" | "country"; sixths: 2 | 3 | 4 | 6 };

/** How people of a country write an address: what they call its parts, and in which order they come. */
export type AddressFormat = {
  postalLabel: string;
  postalInputMode: "numeric" | "text";
  cityLabel: string;
  provinceLabel: string;
  isProvinceRequired: boolean;
  places: Place[];
};

const EUROPEAN: AddressFormat = {
  postalLabel: "Postal code",
  postalInputMode: "text",
  cityLabel: "City",
  provinceLabel: "Region",
  isProvinceRequired: false,
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
  isProvinceRequired: true,
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

/** A country that is not listed has European order. */
export function getAddressFormat(country: string): AddressFormat {
  return FORMATS[country] ?? EUROPEAN;
}

/** An address as it is written on a parcel, one string a line. */
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
