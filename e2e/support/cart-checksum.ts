import { createHash } from "node:crypto";
import type { MedusaStoreApi } from "./medusa-store-api";

const ADDRESS_FIELDS =
  "first_name last_name company address_1 address_2 postal_code city province country_code phone".split(" ");

type Address = Record<string, string | null | undefined> | null;

/** The part of a cart that a shopper agrees to by ordering. */
export type ChecksumCart = {
  total: number;
  currency_code: string;
  email: string | null;
  customer?: { id: string };
  items: { id: string; variant_id: string | null; quantity: number; unit_price: number }[];
  shipping_address: Address;
  billing_address: Address;
  shipping_methods: { shipping_option_id: string; amount: number }[];
  payment_collection?: { payment_sessions?: { provider_id: string }[] };
};

const CHECKSUM_FIELDS =
  "id,total,currency_code,email,customer.id,*items,*shipping_address,*billing_address,*shipping_methods,payment_collection.payment_sessions.provider_id";

/** By code units, as the backend sorts (medusa/src/carts/checksum.ts). */
function sort<T>(values: T[]): T[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Computes the checksum with which an API client orders this cart and no other. */
export function computeChecksum(cart: ChecksumCart): string {
  const fields = (address: Address) => address && ADDRESS_FIELDS.map((field) => address[field] ?? "");
  const facts = [
    sort(
      cart.items.map(({ id, variant_id, quantity, unit_price }) => [id, variant_id, quantity, unit_price]),
    ),
    [cart.total, cart.currency_code],
    cart.email ?? "",
    fields(cart.shipping_address),
    fields(cart.billing_address),
    sort(cart.shipping_methods.map(({ shipping_option_id, amount }) => [shipping_option_id, amount])),
    sort((cart.payment_collection?.payment_sessions ?? []).map(({ provider_id }) => provider_id)),
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);
}

export async function fetchCart(storeApi: MedusaStoreApi, id: string): Promise<ChecksumCart> {
  const response = await storeApi.get<{ cart: ChecksumCart }>(`/store/carts/${id}?fields=${CHECKSUM_FIELDS}`);
  return response.body.cart;
}

/** Medusa deletes the payment session when the total changes; this creates another one. */
export async function recreatePaymentSession(storeApi: MedusaStoreApi, id: string): Promise<void> {
  const created = await storeApi.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    body: { cart_id: id },
  });
  const sessions = `/store/payment-collections/${created.body.payment_collection.id}/payment-sessions`;
  await storeApi.post(sessions, { body: { provider_id: "pp_system_default" } });
}
