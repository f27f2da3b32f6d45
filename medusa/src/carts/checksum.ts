import { createHash } from "node:crypto";
import { createRefusal, type RefusalCode } from "./refusals";

export const CART_CHANGED = "cart_changed" satisfies RefusalCode;

/** The part of Medusa's cart that a shopper agrees to by ordering. */
export interface ChecksumCart {
  currency_code?: string | null;
  total?: unknown;
  email?: string | null;
  items?: List<{ id: string; variant_id?: string | null; quantity: unknown; unit_price: unknown }>;
  shipping_address?: ChecksumAddress | null;
  billing_address?: ChecksumAddress | null;
  shipping_methods?: List<{ shipping_option_id?: string | null; amount: unknown }>;
  payment_collection?: { payment_sessions?: List<{ provider_id: string }> } | null;
}
/** A relation of Medusa's; deleted entities are missing or null. */
type List<T> = (T | null)[] | null;
type ChecksumAddress = { [field in (typeof ADDRESS_FIELDS)[number]]?: string | null };

const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "country_code",
  "phone",
] as const;

/**
 * Computes the checksum of what a shopper agrees to by ordering: items, quantities, amounts, addresses, shipping and
 * payment. The storefront computes the same of the cart it shows (lib/cart/cart-checksum.ts); a test on each side
 * keeps them equal.
 * @returns 22 characters, base64url
 */
export function computeCartChecksum(cart: ChecksumCart): string {
  const lines = compact(cart.items).map(({ id, variant_id, quantity, unit_price }) => [
    id,
    variant_id ?? "",
    Number(quantity),
    Number(unit_price),
  ]);
  const delivery = compact(cart.shipping_methods).map(({ shipping_option_id, amount }) => [
    shipping_option_id ?? "",
    Number(amount),
  ]);
  const facts = [
    sortByCodeUnits(lines),
    [Number(cart.total), cart.currency_code ?? ""],
    cart.email ?? "",
    listFields(cart.shipping_address),
    listFields(cart.billing_address),
    sortByCodeUnits(delivery),
    sortByCodeUnits(compact(cart.payment_collection?.payment_sessions).map((session) => session.provider_id)),
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);
}

function compact<T>(list: List<T> | undefined): T[] {
  return (list ?? []).filter((entry) => entry !== null);
}

/** Sorts by code units, so that the order does not depend on a process's locale. */
function sortByCodeUnits<T>(values: T[]): T[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function listFields(address: ChecksumAddress | null | undefined) {
  return address ? ADDRESS_FIELDS.map((field) => address[field] ?? "") : null;
}

/**
 * Requires the cart to have this checksum. Without a checksum every cart passes.
 * @param checksum of the cart that the shopper was shown
 * @throws MedusaError with the code "cart_changed"
 */
export function requireChecksum(cart: ChecksumCart, checksum: string | null | undefined): void {
  if (checksum === null || checksum === undefined || checksum === computeCartChecksum(cart)) return;
  throw createRefusal(CART_CHANGED);
}
