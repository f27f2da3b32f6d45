import { z } from "zod";
import { MAX_LINE_QUANTITY } from "@/lib/cart/cart";
import { type Country, findMarket, MARKETS } from "@/lib/market";

/** Shapes of what forms send, with the messages people see. Names of fields are names of inputs. */

const LONGEST = 120;
const LONGEST_NAME = 40;

/** A limit after which nothing else is asked of a text: no pattern ever meets a longer one. */
const limit = (error: string) => ({ error, abort: true });

const required = (label: string, longest = LONGEST) =>
  z
    .string({ error: `${label} is missing.` })
    .trim()
    .min(1, `${label} is missing.`)
    .max(longest, limit(`${label} is too long.`));

const optional = z.string().trim().max(LONGEST, limit("This is too long."));

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

export const emailSchema = z
  .string({ error: "Please enter your e-mail address." })
  .trim()
  .min(1, "Please enter your e-mail address.")
  .max(254, limit("That e-mail address is too long."))
  .pipe(z.email("That does not look like an e-mail address, such as name@example.com."));

export const countrySchema = z.string().transform((code, context): Country => {
  const market = findMarket(code);
  if (market) return market.country;
  context.addIssue("We do not deliver to that country.");
  return z.NEVER;
});

export const quantitySchema = z.coerce
  .number({ error: "Please enter a whole number." })
  .int("Please enter a whole number.")
  .min(0, "A quantity cannot be negative.")
  .max(MAX_LINE_QUANTITY, `We sell up to ${MAX_LINE_QUANTITY} of one thing at a time.`);

/** Postal codes as each country's post writes them (Universal Postal Union, addressing systems), with an example. */
const POSTAL_CODES: Record<Country, [pattern: RegExp, example: string]> = {
  us: [/^\d{5}(-\d{4})?$/, "10001"],
  gb: [/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, "SW1A 1AA"],
  de: [/^\d{5}$/, "10115"],
  fr: [/^\d{5}$/, "75001"],
  it: [/^\d{5}$/, "00184"],
  es: [/^\d{5}$/, "28013"],
  nl: [/^[1-9]\d{3} ?[A-Z]{2}$/i, "1012 AB"],
  jp: [/^\d{3}-?\d{4}$/, "100-0001"],
};

const PHONE = /^\+?[\d ()./-]{5,25}$/;

export const phoneSchema = optional
  .refine((text) => text === "" || PHONE.test(text), "Please use digits, such as +44 20 7946 0018.")
  .default("");

export const addressSchema = z
  .object({
    firstName: personName("First name"),
    lastName: personName("Last name"),
    company: optionalLine,
    address1: requiredLine("Address"),
    address2: optionalLine,
    postalCode: required("Postal code"),
    city: requiredLine("City"),
    province: optionalLine,
    country: countrySchema,
    phone: phoneSchema,
  })
  .superRefine(({ country, postalCode, province }, context) => {
    const [pattern, example] = POSTAL_CODES[country];
    const name = MARKETS.find((market) => market.country === country)?.name ?? "that country";
    if (!pattern.test(postalCode)) {
      const message = `That is not a postal code of ${name}, such as ${example}.`;
      context.addIssue({ code: "custom", path: ["postalCode"], message });
    }
    if (country === "us" && !province) {
      context.addIssue({ code: "custom", path: ["province"], message: "Please choose a state." });
    }
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
