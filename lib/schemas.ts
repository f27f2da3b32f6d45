import { z } from "zod";
import { MAX_LINE_QUANTITY } from "@/lib/cart/cart";
import { type Country, findMarket } from "@/lib/market";
import { checkPostalCode, isPostalCodeOptional } from "@/lib/postal-code";
import { cleanEmail, cleanLine, cleanPhone, cleanToken } from "@/lib/text";

/** Shapes of what forms send, with the messages people see. Names of fields are names of inputs. */

const LONGEST = 120;
const LONGEST_NAME = 40;
/** What copying adds may make a text longer than what was meant. */
const LONGEST_RAW = 1_000;

/** A limit after which nothing else is asked of a text: no pattern ever meets a longer one. */
const limit = (error: string) => ({ error, abort: true });

/** A text that is cleaned before it is checked: see lib/text. */
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

/** What mail programs make a link of wherever it stands. */
const LINK = /:\/\/|www\./i;
/** What they make a link of when it is a host: two letters or more right after a full stop ("J. R. R." is none). */
const HOST = /[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}/u;

/** Full-width and other spellings of the same characters count as well. */
const hasLink = (text: string) => LINK.test(text.normalize("NFKC"));
const hasHost = (text: string) => HOST.test(text.normalize("NFKC").replaceAll("\u3002", "."));

const NO_LINKS = "This cannot hold a web address.";

/** The shop's mail greets by it, and goes to any address that somebody types: nobody may put a link there. */
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

/** A country with a shop of its own. */
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

/** Five digits at least, and an extension where there is one. */
const PHONE = /^(?=(?:\D*\d){5})\+?[\d ()./-]{5,25}(?: ext\. \d{1,7})?$/;

export const phoneSchema = cleaned(cleanPhone, TOO_LONG, TOO_LONG)
  .pipe(
    z
      .string()
      .max(LONGEST, limit(TOO_LONG))
      .refine((text) => text === "" || PHONE.test(text), "Please use digits, such as +44 20 7946 0018."),
  )
  .default("");

/** Whether the shop delivers to the country is the backend's to say, which knows the regions: see lib/catalog/regions. */
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
  // Said with all that is missing, not after it.
  .superRefine(({ country, postalCode, province }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (!postalCode && !isPostalCodeOptional(country)) complain("postalCode", "Postal code is missing.");
    const checked = checkPostalCode(postalCode, country);
    if (postalCode && "error" in checked) complain("postalCode", checked.error);
    if (country === "us" && !province) complain("province", "Please choose a state.");
  })
  .transform((address) => {
    const checked = checkPostalCode(address.postalCode, address.country);
    return "code" in checked ? { ...address, postalCode: checked.code } : address;
  });

/** A password that somebody has: what it looks like is nobody's business. */
export const passwordSchema = z
  .string({ error: "Please enter your password." })
  .min(1, "Please enter your password.")
  .max(200, "That is too long for a password.");

export const PASSWORD_MIN_LENGTH = 8;

/** For choosing one. */
export const newPasswordSchema = z
  .string({ error: "Please choose a password." })
  .min(PASSWORD_MIN_LENGTH, `Please use at least ${PASSWORD_MIN_LENGTH} characters.`)
  .max(200, "Please use at most 200 characters.");

export const nameSchema = z.object({
  firstName: personName("First name"),
  lastName: personName("Last name"),
});

/** An id that the backend has given out: "order_01J…" for the prefix "order". */
export const idSchema = (prefix: string, error: string) =>
  z
    .string({ error })
    .max(60, limit(error))
    .regex(new RegExp(`^${prefix}_\\w{1,50}$`), error);
