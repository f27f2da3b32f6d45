import "server-only";
import { z } from "zod";
import { cleanEmail, cleanLine, cleanPhone } from "@/lib/clean-text";
import { type Country, findMarket } from "@/lib/markets";

/** Schemas of form fields, with the messages that are shown. */

const MAX_LENGTH = 120;
const MAX_NAME_LENGTH = 40;
/** Before cleaning, a text may be longer: copying adds characters. */
const MAX_RAW_LENGTH = 1_000;

/** A limit that ends validation, so that no pattern runs on a longer text. */
const limit = (error: string) => ({ error, abort: true });

/** A text that is cleaned (lib/clean-text) before it is validated. */
export const cleanedText = (clean: (text: string) => string, missing: string, tooLong: string) =>
  z.string({ error: missing }).max(MAX_RAW_LENGTH, limit(tooLong)).transform(clean);

const requiredText = (label: string, max = MAX_LENGTH) =>
  cleanedText(cleanLine, `${label} is missing.`, `${label} is too long.`).pipe(
    z
      .string()
      .min(1, `${label} is missing.`)
      .max(max, limit(`${label} is too long.`)),
  );

const TOO_LONG = "This is too long.";

const optionalText = cleanedText(cleanLine, TOO_LONG, TOO_LONG).pipe(
  z.string().max(MAX_LENGTH, limit(TOO_LONG)),
);

/** Texts that mail programs turn into a link anywhere. */
const LINK = /:\/\/|www\./i;
/** Texts that they turn into a link as a host name: two letters or more right after a full stop (not "J. R. R."). */
const HOST = /[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}/u;

/** Normalized first, so that full-width and other variants of the characters are found. */
const hasLink = (text: string) => LINK.test(text.normalize("NFKC"));
const hasHost = (text: string) => HOST.test(text.normalize("NFKC").replaceAll("\u3002", "."));

const NO_LINKS = "This cannot hold a web address.";

/** A person's name. Mails greet by it and go to any address that is typed, so it must not contain a link. */
export const personNameField = (label: string) =>
  requiredText(label, MAX_NAME_LENGTH).refine(
    (text) => !hasLink(text) && !hasHost(text),
    "A name cannot hold a web address. If yours has a full stop, please put a space after it.",
  );

/** A required line without links. @param label for the messages */
export const requiredLine = (label: string) => requiredText(label).refine((text) => !hasLink(text), NO_LINKS);
/** A line without links, empty if it is missing. */
export const optionalLine = optionalText.refine((text) => !hasLink(text), NO_LINKS).default("");

const NO_EMAIL = "Please enter your e-mail address.";
const LONG_EMAIL = "That e-mail address is too long.";

export const emailSchema = cleanedText(cleanEmail, NO_EMAIL, LONG_EMAIL).pipe(
  z
    .string()
    .min(1, NO_EMAIL)
    .max(254, limit(LONG_EMAIL))
    .pipe(z.email("That does not look like an e-mail address, such as name@example.com.")),
);

const NO_NUMBER = "Please enter the number of the order, such as 27.";
const MAX_ORDER_NUMBER = 2_147_483_647;

/** The number of an order, as people copy it from a mail: "№ 27", "#27". */
export const orderNumberSchema = cleanedText(cleanLine, NO_NUMBER, NO_NUMBER)
  .pipe(z.string().regex(/^(?:№|no\.?|#)?\s*\d{1,10}$/iu, NO_NUMBER))
  .transform((text) => Number(text.replace(/\D/gu, "")))
  .pipe(z.number().min(1, NO_NUMBER).max(MAX_ORDER_NUMBER, NO_NUMBER));

export const NOT_DELIVERED = "We do not deliver to that country.";

/** The country of a market. */
export const countrySchema = z.string().transform((code, context): Country => {
  const market = findMarket(code);
  if (market) return market.country;
  context.addIssue(NOT_DELIVERED);
  return z.NEVER;
});

/** At least five digits, and an optional extension. */
const PHONE = /^(?=(?:\D*\d){5})\+?[\d ()./-]{5,25}(?: ext\. \d{1,7})?$/;

export const phoneSchema = cleanedText(cleanPhone, TOO_LONG, TOO_LONG)
  .pipe(
    z
      .string()
      .max(MAX_LENGTH, limit(TOO_LONG))
      .refine((text) => text === "" || PHONE.test(text), "Please use digits, such as +44 20 7946 0018."),
  )
  .default("");

export const nameSchema = z.object({
  firstName: personNameField("First name"),
  lastName: personNameField("Last name"),
});

/** An id of the backend's: "order_01J…" for the prefix "order". */
export const idSchema = (prefix: string, error: string) =>
  z
    .string({ error })
    .max(60, limit(error))
    .regex(new RegExp(`^${prefix}_\\w{1,50}$`), error);
