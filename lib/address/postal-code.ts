import { getAddressFormat } from "@/lib/address/formats";
import { cleanToken } from "@/lib/clean-text";

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
  const { postalLabel, postalCodes } = getAddressFormat(country);
  if (!postalCodes)
    return ANY.test(text) ? { code: text } : { error: "That does not look like a postal code." };
  const { pattern, separator, example } = postalCodes;
  const compact = text.replace(/[\s-]/g, "");
  const match = pattern.exec(compact) ?? pattern.exec(withoutCountry(compact, country));
  if (match) return { code: match.slice(1).filter(Boolean).join(separator) };
  // The label within a sentence: "ZIP code" stays as it is.
  const label = postalLabel.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return { error: `Enter a ${label} such as ${example}.` };
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
