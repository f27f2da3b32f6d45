import { MedusaError } from "@medusajs/framework/utils";

/**
 * Why a cart is not changed or ordered: the response's `code` and the first word of its message, because Medusa's
 * client passes on the message only. The storefront maps each to a sentence (lib/medusa/errors.ts).
 */
export const REFUSALS = {
  cart_empty: "The cart has no items.",
  cart_completed: "The cart is an order already.",
  cart_changed: "The cart differs from its checksum.",
  not_for_sale: "Some variants are not for sale in the cart's sales channel and region.",
  insufficient_inventory: "There is not the required inventory.",
  promotion_ended: "Some promotions are used up, have ended or are gone.",
  delivery_unavailable: "A shipping method is missing or is not offered for the cart any more.",
  payment_unavailable: "There is no payment session with a provider of the cart's region.",
  payment_unauthorized: "The gateway does not promise the cart's total.",
  country_unavailable: "The cart's country belongs to no region, or to another one.",
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Patterns of the messages of Medusa 2.21, most specific first. A test compares them with Medusa's source. */
const MESSAGE_PATTERNS: [code: RefusalCode, wording: RegExp][] = [
  ["cart_empty", /cart with no items/],
  ["cart_completed", /is already completed/],
  ["insufficient_inventory", /required inventory|Not enough stock available/],
  ["promotion_ended", /Promotion usage exceeds/],
  ["delivery_unavailable", /No shipping method selected/],
  ["delivery_unavailable", /shipping profiles that are not satisfied/],
  ["delivery_unavailable", /^Shipping option/i],
  ["payment_unavailable", /Payment collection has not been initiated|Payment sessions are required/],
  ["payment_unavailable", /not enabled in the cart's region/],
  ["country_unavailable", /is not within region|No regions found/],
  ["not_for_sale", /belong to a product that is not published/],
  ["not_for_sale", /do not have a price|has no unit price/],
  ["not_for_sale", /not associated with any stock location/],
  ["not_for_sale", /does not have any inventory items/],
];

/** @param details such as variants or promotion codes, appended to the message as a JSON list */
export function createRefusal(code: RefusalCode, details: string[] = []): MedusaError {
  const list = details.length > 0 ? ` ${JSON.stringify(details)}` : "";
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, `${code}: ${REFUSALS[code]}${list}`, code);
}

/** Adds the code to an error that Medusa identifies by its message only, in place. Leaves other errors unchanged. */
export function addRefusalCode(error: unknown): void {
  // Errors thrown in a workflow arrive as plain objects.
  if (!error || typeof error !== "object" || !("message" in error) || typeof error.message !== "string")
    return;
  const named = error as { message: string; code?: string };
  if (/^\w+: /.test(named.message) && named.code && named.code in REFUSALS) return;
  const [code] = MESSAGE_PATTERNS.find(([, wording]) => wording.test(named.message)) ?? [];
  if (!code) return;
  named.code = code;
  named.message = `${code}: ${named.message}`;
}
