import { cleanToken } from "@/lib/clean-text";

/** A country's postal codes: `pattern` matches the two halves without separators, `separator` goes between them. */
type PostalFormat = { pattern: RegExp; separator: string; label: string; example: string };

const FIVE_DIGITS = { pattern: /^(\d{5})()$/, separator: "", label: "postal code" };

/** Universal Postal Union, addressing systems. */
const FORMATS: Record<string, PostalFormat> = {
  us: { pattern: /^(\d{5})(\d{4})?$/, separator: "-", label: "ZIP code", example: "10001" },
  ca: { pattern: /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/, separator: " ", label: "postal code", example: "K1A 0B1" },
  gb: {
    pattern: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/,
    separator: " ",
    label: "postcode",
    example: "SW1A 1AA",
  },
  de: { ...FIVE_DIGITS, example: "10115" },
  fr: { ...FIVE_DIGITS, example: "75001" },
  it: { ...FIVE_DIGITS, example: "00184" },
  es: { ...FIVE_DIGITS, example: "28013" },
  nl: { pattern: /^([1-9]\d{3})([A-Z]{2})$/, separator: " ", label: "postal code", example: "1012 AB" },
  jp: { pattern: /^(\d{3})(\d{4})$/, separator: "-", label: "postal code", example: "100-0001" },
};

/** For countries that are not listed: letters, digits, spaces and dashes, or nothing. */
const ANY = /^(?:[\p{L}\d](?:[\p{L}\d -]{0,10}[\p{L}\d])?)?$/u;

type Checked = { code: string } | { error: string };

/**
 * Normalizes a postal code to its country's format. Drops the postal mark and a country prefix: "〒１００－０００１" becomes
 * 100-0001, "D-10115" becomes 10115, "1012ab" becomes 1012 AB.
 * @param country ISO 3166-1, two lower-case letters
 * @returns the code, or a message for the field
 */
export function checkPostalCode(typed: string, country: string): Checked {
  const text = cleanToken(typed)
    .replace(/^〒\s*/u, "")
    .toUpperCase();
  const format = FORMATS[country];
  if (!format) return ANY.test(text) ? { code: text } : { error: "That does not look like a postal code." };
  const { pattern, separator, label, example } = format;
  const compact = text.replace(/[\s-]/g, "");
  const match = pattern.exec(compact) ?? pattern.exec(withoutCountry(compact, country));
  if (match) return { code: match.slice(1).filter(Boolean).join(separator) };
  return { error: `Enter a ${label} such as ${example}.` };
}

/** Whether an address in a country is complete without a postal code. */
export function isPostalCodeOptional(country: string): boolean {
  return !(country in FORMATS);
}

/**
 * Drops the prefix of a country or state, such as "D-" or "NY": the country's own code, or up to three letters before a
 * digit.
 */
function withoutCountry(compact: string, country: string): string {
  const own = country.toUpperCase();
  if (compact.startsWith(own)) return compact.slice(own.length);
  if (country === "gb" && compact.startsWith("UK")) return compact.slice(2);
  return compact.replace(/^[A-Z]{1,3}(?=\d)/, "");
}
