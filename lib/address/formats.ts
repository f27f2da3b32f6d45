import type { Address } from "@/lib/address/address";

/** The fields whose order and width differ between countries; widths are in sixths of the form. */
type Place = { name: "postalCode" | "city" | "province" | "country"; sixths: 2 | 3 | 4 | 6 };

/** A country's postal codes: `pattern` matches the two halves without separators, `separator` goes between them. */
type PostalCodes = { pattern: RegExp; separator: string; example: string };

/** A country's address format. Labels are those of the form. */
export type AddressFormat = {
  postalLabel: string;
  postalInputMode: "numeric" | "text";
  /** Without it any postal code is accepted, and an address without one. */
  postalCodes?: PostalCodes;
  cityLabel: string;
  provinceLabel: string;
  isProvinceRequired: boolean;
  /** The fields of the form, in order. */
  places: Place[];
  /** The lines of a written address, between the street and the country. */
  writePlaces: (address: Address) => string[];
};

/** The format of countries that are not listed: European order. */
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
  writePlaces: ({ postalCode, city, province }) => [`${postalCode} ${city}`, province],
};

const FIVE_DIGITS = { pattern: /^(\d{5})()$/, separator: "" };

const AMERICAN: AddressFormat = {
  postalLabel: "ZIP code",
  postalInputMode: "numeric",
  postalCodes: { pattern: /^(\d{5})(\d{4})?$/, separator: "-", example: "10001" },
  cityLabel: "City",
  provinceLabel: "State",
  isProvinceRequired: true,
  places: [
    { name: "city", sixths: 6 },
    { name: "province", sixths: 3 },
    { name: "postalCode", sixths: 3 },
    { name: "country", sixths: 6 },
  ],
  writePlaces: ({ postalCode, city, province }) => [`${city}, ${province} ${postalCode}`],
};

const CANADIAN: AddressFormat = {
  ...AMERICAN,
  postalLabel: "Postal code",
  postalInputMode: "text",
  postalCodes: { pattern: /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/, separator: " ", example: "K1A 0B1" },
  provinceLabel: "Province",
};

const BRITISH: AddressFormat = {
  ...EUROPEAN,
  postalLabel: "Postcode",
  postalCodes: { pattern: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, separator: " ", example: "SW1A 1AA" },
  cityLabel: "Town or city",
  provinceLabel: "County",
  places: [
    { name: "city", sixths: 3 },
    { name: "province", sixths: 3 },
    { name: "postalCode", sixths: 3 },
    { name: "country", sixths: 3 },
  ],
  writePlaces: ({ postalCode, city, province }) => [city, province, postalCode],
};

const DUTCH: AddressFormat = {
  ...EUROPEAN,
  postalCodes: { pattern: /^([1-9]\d{3})([A-Z]{2})$/, separator: " ", example: "1012 AB" },
};

const JAPANESE: AddressFormat = {
  ...EUROPEAN,
  postalInputMode: "numeric",
  postalCodes: { pattern: /^(\d{3})(\d{4})$/, separator: "-", example: "100-0001" },
  provinceLabel: "Prefecture",
};

const withFiveDigits = (example: string): AddressFormat => ({
  ...EUROPEAN,
  postalCodes: { ...FIVE_DIGITS, example },
});

/** By ISO 3166-1, two lower-case letters. Source: Universal Postal Union, addressing systems. */
const FORMATS: Record<string, AddressFormat> = {
  us: AMERICAN,
  ca: CANADIAN,
  gb: BRITISH,
  de: withFiveDigits("10115"),
  fr: withFiveDigits("75001"),
  it: withFiveDigits("00184"),
  es: withFiveDigits("28013"),
  nl: DUTCH,
  jp: JAPANESE,
};

/** The address format of a country. @param country ISO 3166-1, two lower-case letters */
export function getAddressFormat(country: string): AddressFormat {
  return FORMATS[country] ?? EUROPEAN;
}

/** Whether an address in a country is complete without a postal code. */
export function isPostalCodeOptional(country: string): boolean {
  return getAddressFormat(country).postalCodes === undefined;
}

/** Whether an address in a country is incomplete without its state or province. */
export function isProvinceRequired(country: string): boolean {
  return getAddressFormat(country).isProvinceRequired;
}
