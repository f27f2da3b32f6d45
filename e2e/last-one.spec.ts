import type { OwnProduct } from "./backend";
import { environment } from "./environment";
import { expect, test } from "./fixtures";
import { newEmail } from "./store";

const RIVALS = 8;

type Completion = { type?: "order"; order?: { id: string }; message?: string };

/** The storefront's own way of speaking to the backend, without the storefront. */
async function call<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(new URL(`/store${path}`, environment.medusaUrl), {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", "x-publishable-api-key": environment.publishableKey },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as T;
}

/** A cart that only waits for its last step. */
async function prepareCart(product: OwnProduct, email: string): Promise<string> {
  const { regions } = await call<{ regions: { id: string; currency_code: string }[] }>("/regions");
  const address = {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "350 Fifth Avenue",
    city: "New York",
  };
  const shipping_address = { ...address, province: "NY", postal_code: "10118", country_code: "us" };
  const { cart } = await call<{ cart: { id: string } }>("/carts", {
    region_id: regions.find(({ currency_code }) => currency_code === "usd")?.id,
    email,
    items: [{ variant_id: product.variantId, quantity: 1 }],
    shipping_address,
    billing_address: shipping_address,
  });
  type Options = { shipping_options: { id: string }[] };
  const { shipping_options } = await call<Options>(`/shipping-options?cart_id=${cart.id}`);
  await call(`/carts/${cart.id}/shipping-methods`, { option_id: shipping_options[0]?.id });
  type Collection = { payment_collection: { id: string } };
  const { payment_collection } = await call<Collection>("/payment-collections", { cart_id: cart.id });
  const sessions = `/payment-collections/${payment_collection.id}/payment-sessions`;
  await call(sessions, { provider_id: "pp_system_default" });
  return cart.id;
}

test("The last one is sold once, however many want it at the same moment", async ({ backend, product }) => {
  const email = newEmail();
  await backend.setStock(product, 1);
  const carts = await Promise.all(Array.from({ length: RIVALS }, () => prepareCart(product, email)));
  const answers = await Promise.all(carts.map((id) => call<Completion>(`/carts/${id}/complete`, {})));
  const won = answers.flatMap(({ order }) => order?.id ?? []);
  expect(won).toHaveLength(1);
  // Nobody else's order is left lying about, and no other cart is closed.
  expect((await backend.listOrders(email)).map(({ id }) => id)).toEqual(won);
  const closed = carts.map((id) => call<{ cart: { completed_at?: string | null } }>(`/carts/${id}`));
  const closedCount = (await Promise.all(closed)).filter(({ cart }) => cart.completed_at).length;
  expect(closedCount).toBe(1);
  for (const { order, message } of answers) if (!order) expect(message).toMatch(/inventory|stock/);
});

test("A cart that has become an order goes on giving that order, though nothing is left", async ({
  backend,
  product,
}) => {
  const email = newEmail();
  await backend.setStock(product, 1);
  const cart = await prepareCart(product, email);
  const first = await call<Completion>(`/carts/${cart}/complete`, {});
  const again = await call<Completion>(`/carts/${cart}/complete`, {});
  expect(first.order?.id).toMatch(/^order_/);
  expect(again.order?.id).toBe(first.order?.id);
});
