import { z } from "zod";
import { MAX_LINE_QUANTITY } from "@/lib/cart/cart";
import { type Country, findMarket } from "@/lib/markets";
import { checkPostalCode, isPostalCodeOptional } from "@/lib/address/postal-code";
import { isProvinceRequired } from "@/lib/address/province";
import { cleanEmail, cleanLine, cleanPhone, cleanToken } from "@/lib/clean-text";

/** Schemas of form input, with the messages that are shown. Field names are the names of the inputs. */

const LONGEST = 120;
const LONGEST_NAME = 40;
/** Before cleaning, a text may be longer: copying adds characters. */
const LONGEST_RAW = 1_000;

/** A limit that ends validation, so that no pattern runs on a longer text. */
const limit = (error: string) => ({ error, abort: true });

/** A text that is cleaned (lib/clean-text) before it is validated. */
const cleaned = (clean: (text: string) => string, missing: string, tooLong: string) =>
  z.string({ error: missing }).max(LONGEST_RAW, limit(tooLong)).transform(clean);

const required = (label: string, longest = LONGEST, clean = cleanLine) =>
  cleaned(clean, `${label} is missing.`, `${label} is too long.`).pipe(
    z
      .string()
      .min(1, `${label} is missing.`)
      .max(longest, limit(`${label} is too long.`)),
  );

const TOO_LONG = "This is too long.";

const optional = cleaned(cleanLine, TOO_LONG, TOO_LONG).pipe(z.string().max(LONGEST, limit(TOO_LONG)));

/** Texts that mail programs turn into a link anywhere. */
const LINK = /:\/\/|www\./i;
/** Texts that they turn into a link as a host name: two letters or more right after a full stop (not "J. R. R."). */
const HOST = /[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}/u;

/** Normalized first, so that full-width and other variants of the characters are found. */
const hasLink = (text: string) => LINK.test(text.normalize("NFKC"));
const hasHost = (text: string) => HOST.test(text.normalize("NFKC").replaceAll("\u3002", "."));

const NO_LINKS = "This cannot hold a web address.";

/** A person's name. Mails greet by it and go to any address that is typed, so it must not contain a link. */
const personName = (label: string) =>
  required(label, LONGEST_NAME).refine(
    (text) => !hasLink(text) && !hasHost(text),
    "A name cannot hold a web address. If yours has a full stop, please put a space after it.",
  );

const requiredLine = (label: string) => required(label).refine((text) => !hasLink(text), NO_LINKS);
const optionalLine = optional.refine((text) => !hasLink(text), NO_LINKS).default("");

const NO_EMAIL = "Please enter your e-mail address.";
const LONG_EMAIL = "That e-mail address is too long.";

export const emailSchema = cleaned(cleanEmail, NO_EMAIL, LONG_EMAIL).pipe(
  z
    .string()
    .min(1, NO_EMAIL)
    .max(254, limit(LONG_EMAIL))
    .pipe(z.email("That does not look like an e-mail address, such as name@example.com.")),
);

const NOT_DELIVERED = "We do not deliver to that country.";

/** The country of a market. */
export const countrySchema = z.string().transform((code, context): Country => {
  const market = findMarket(code);
  if (market) return market.country;
  context.addIssue(NOT_DELIVERED);
  return z.NEVER;
});

export const quantitySchema = z.coerce
  .number({ error: "Please enter a whole number." })
  .int("Please enter a whole number.")
  .min(0, "A quantity cannot be negative.")
  .max(MAX_LINE_QUANTITY, `We sell up to ${MAX_LINE_QUANTITY} of one thing at a time.`);

/** At least five digits, and an optional extension. */
const PHONE = /^(?=(?:\D*\d){5})\+?[\d ()./-]{5,25}(?: ext\. \d{1,7})?$/;

export const phoneSchema = cleaned(cleanPhone, TOO_LONG, TOO_LONG)
  .pipe(
    z
      .string()
      .max(LONGEST, limit(TOO_LONG))
      .refine((text) => text === "" || PHONE.test(text), "Please use digits, such as +44 20 7946 0018."),
  )
  .default("");

/** A postal address. Whether the shop delivers to its country is checked later, by the regions (lib/catalog/regions). */
export const addressSchema = z
  .object({
    firstName: personName("First name"),
    lastName: personName("Last name"),
    company: optionalLine,
    address1: requiredLine("Address"),
    address2: optionalLine,
    postalCode: cleaned(cleanToken, "Postal code is missing.", "Postal code is too long.").default(""),
    city: requiredLine("City"),
    province: optionalLine,
    country: z.string().regex(/^[a-z]{2}$/, NOT_DELIVERED),
    phone: phoneSchema,
  })
  // In a refinement, so that these are reported together with the missing fields.
  .superRefine(({ country, postalCode, province }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (!postalCode && !isPostalCodeOptional(country)) complain("postalCode", "Postal code is missing.");
    const checked = checkPostalCode(postalCode, country);
    if (postalCode && "error" in checked) complain("postalCode", checked.error);
    if (isProvinceRequired(country) && !province)
      complain("province", country === "us" ? "Please choose a state." : "Province is missing.");
  })
  .transform((address) => {
    const checked = checkPostalCode(address.postalCode, address.country);
    return "code" in checked ? { ...address, postalCode: checked.code } : address;
  });

/** An existing password: no rules but a limit. */
export const passwordSchema = z
  .string({ error: "Please enter your password." })
  .min(1, "Please enter your password.")
  .max(200, "That is too long for a password.");

export const PASSWORD_MIN_LENGTH = 8;

/** A new password; the backend checks the other rules (medusa/src/account/password.ts). */
export const newPasswordSchema = z
  .string({ error: "Please choose a password." })
  .min(PASSWORD_MIN_LENGTH, `Please use at least ${PASSWORD_MIN_LENGTH} characters.`)
  .max(200, "Please use at most 200 characters.");

export const nameSchema = z.object({
  firstName: personName("First name"),
  lastName: personName("Last name"),
});

/** An id of the backend's: "order_01J…" for the prefix "order". */
export const idSchema = (prefix: string, error: string) =>
  z
    .string({ error })
    .max(60, limit(error))
    .regex(new RegExp(`^${prefix}_\\w{1,50}$`), error);
