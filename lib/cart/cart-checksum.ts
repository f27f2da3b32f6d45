import "server-only";
import { createHash } from "node:crypto";

/** The fields of Medusa's cart that an order depends on. */
export type ChecksumCart = {
  currency_code?: string | null;
  total?: unknown;
  email?: string | null;
  items?: { id: string; variant_id?: string | null; quantity: unknown; unit_price: unknown }[] | null;
  shipping_address?: ChecksumAddress | null;
  billing_address?: ChecksumAddress | null;
  shipping_methods?: { shipping_option_id?: string | null; amount: unknown }[] | null;
  payment_collection?: { payment_sessions?: { provider_id: string }[] | null } | null;
};
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
 * A checksum of everything that a shopper agrees to with "Place order": items, quantities, prices, addresses, delivery,
 * payment. The review page contains it, and the backend, which computes the same (medusa/src/carts/checksum.ts), does not
 * complete a cart that differs. Not a secret.
 * @param cart Medusa's, with the fields of CART_FIELDS
 * @returns 22 characters, base64url
 */
export function getCartChecksum(cart: ChecksumCart): string {
  const lines = (cart.items ?? []).map(({ id, variant_id, quantity, unit_price }) => [
    id,
    variant_id ?? "",
    Number(quantity),
    Number(unit_price),
  ]);
  const delivery = (cart.shipping_methods ?? []).map(({ shipping_option_id, amount }) => [
    shipping_option_id ?? "",
    Number(amount),
  ]);
  const facts = [
    sort(lines),
    [Number(cart.total), cart.currency_code ?? ""],
    cart.email ?? "",
    listFields(cart.shipping_address),
    listFields(cart.billing_address),
    sort(delivery),
    sort((cart.payment_collection?.payment_sessions ?? []).map((session) => session.provider_id)),
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);
}

/** Sorts by code units, which does not depend on a locale. */
function sort<T>(values: T[]): T[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function listFields(address: ChecksumAddress | null | undefined) {
  return address ? ADDRESS_FIELDS.map((field) => address[field] ?? "") : null;
}
