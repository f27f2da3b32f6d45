import { SCARF } from "./support/guest";
import { expect, test, type Store } from "./support/medusa-store-api";

type Cart = { id: string; email: string | null; customer?: { id: string; email: string } | null };
type Order = { id: string; email: string; customer_id: string | null };
type By = { token?: string };

const CART_FIELDS = "fields=id,email,customer.id,customer.email";
const ORDER_FIELDS = "fields=id,email,customer_id,customer.id";

test("A customer's cart opens to no other customer and to no guest, whatever is done with its id", async ({
  store,
  account,
  other,
}) => {
  const cart = await openCart(store, { token: account.token });
  const id = cart.id;
  const collection = await store.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    token: account.token,
    body: { cart_id: id },
  });
  const attempts = (by: By) => [
    store.get(`/store/carts/${id}`, by),
    store.post(`/store/carts/${id}`, { ...by, body: { email: other.email } }),
    store.post(`/store/carts/${id}/line-items`, { ...by, body: { variant_id: cart.variantId, quantity: 1 } }),
    store.post(`/store/carts/${id}/complete`, by),
    store.get(`/store/shipping-options?cart_id=${id}`, by),
    store.post("/store/payment-collections", { ...by, body: { cart_id: id } }),
    store.post(`/store/payment-collections/${collection.body.payment_collection.id}/payment-sessions`, {
      ...by,
      body: { provider_id: "pp_system_default" },
    }),
  ];
  for (const by of [{ token: other.token }, {}])
    expect((await Promise.all(attempts(by))).map(({ status }) => status)).toEqual(Array(7).fill(404));

  const kept = await store.get<{ cart: Cart }>(`/store/carts/${id}?${CART_FIELDS}`, { token: account.token });
  expect(kept.body.cart).toMatchObject({ id, email: account.email, customer: { id: account.id } });
});

test("A customer's cart cannot be transferred to another; a guest's goes to whoever signs in with it", async ({
  store,
  account,
  other,
}) => {
  const transfer = (id: string, { token }: By) =>
    store.post<{ cart: Cart }>(`/store/carts/${id}/customer?${CART_FIELDS}`, { token });
  const { id } = await openCart(store, {});
  const taken = await transfer(id, account);
  expect(taken.body.cart.customer).toMatchObject({ id: account.id });
  expect((await transfer(id, other)).status).toBe(404);
  expect((await transfer(id, account)).body.cart.customer).toMatchObject({ id: account.id });
});

test("A guest who types an account's address stays a guest, and the order is not that account's", async ({
  store,
  account,
  other,
}) => {
  const typedAtFirst = await openCart(store, { email: account.email });
  const typedLater = await openCart(store, {});
  await store.post(`/store/carts/${typedLater.id}`, { body: { email: other.email } });
  await store.post(`/store/carts/${typedLater.id}`, { body: { email: account.email } });

  for (const { id } of [typedAtFirst, typedLater]) {
    const { body } = await store.get<{ cart: Cart }>(`/store/carts/${id}?${CART_FIELDS}`);
    expect(body.cart).toMatchObject({ email: account.email, customer: { email: account.email } });
    expect(body.cart.customer?.id).not.toBe(account.id);
    const order = await buy(store, { id, email: account.email });
    expect(order.email).toBe(account.email);
    expect(order.customer_id).toBe(body.cart.customer?.id);
  }
  const orders = await store.get<{ count: number }>("/store/orders", { token: account.token });
  expect(orders.body.count).toBe(0);
});

test("Guests who type one account's address at the same time all stay guests", async ({ store, account }) => {
  const { id } = await openCart(store, {});
  const typing = [1, 2, 3, 4].map(() => store.post(`/store/carts/${id}`, { body: { email: account.email } }));
  expect((await Promise.all(typing)).map(({ status }) => status)).toContain(200);
  const { body } = await store.get<{ cart: Cart }>(`/store/carts/${id}?${CART_FIELDS}`);
  expect(body.cart.customer?.id).not.toBe(account.id);
});

test("A customer's order is the customer's, and is shown to nobody else who knows its id", async ({
  store,
  account,
  other,
}) => {
  const { token, email } = account;
  const cart = await openCart(store, { token });
  const order = await buy(store, { id: cart.id, email, token });
  expect(order.customer_id).toBe(account.id);
  const path = `/store/orders/${order.id}`;
  expect((await store.get(path, { token })).status).toBe(200);
  expect((await store.get(path, { token: other.token })).status).toBe(404);
  expect((await store.get(path)).status).toBe(404);
  expect((await store.post(`${path}/transfer/request`, { token: other.token })).status).toBe(404);
  const goods = { order_id: order.id, items: [], return_shipping: { option_id: "none" } };
  expect((await store.post("/store/returns", { body: goods })).status).toBe(404);
});

async function openCart(store: Store, { token, email }: By & { email?: string }) {
  const { body } = await store.get<{ products: { variants: { id: string }[] }[] }>(
    `/store/products?handle=${SCARF.handle}&fields=variants.id`,
  );
  const variantId = body.products[0]?.variants[0]?.id ?? "";
  const regions = await store.get<{ regions: { id: string; currency_code: string }[] }>("/store/regions");
  const region_id = regions.body.regions.find(({ currency_code }) => currency_code === "usd")?.id;
  const items = [{ variant_id: variantId, quantity: 1 }];
  const opening = { region_id, items, ...(email ? { email } : {}) };
  const opened = await store.post<{ cart: Cart }>(`/store/carts?${CART_FIELDS}`, { token, body: opening });
  return { id: opened.body.cart.id, variantId };
}

async function buy(store: Store, { id, email, token }: By & { id: string; email: string }): Promise<Order> {
  const address = {
    first_name: "Ada",
    last_name: "Tried",
    address_1: "27 Platform Street",
    city: "New York",
    province: "NY",
    postal_code: "10001",
    country_code: "us",
  };
  const contact = { email, shipping_address: address, billing_address: address };
  await store.post(`/store/carts/${id}`, { token, body: contact });
  const options = await store.get<{ shipping_options: { id: string }[] }>(
    `/store/shipping-options?cart_id=${id}`,
    { token },
  );
  const delivery = { option_id: options.body.shipping_options[0]?.id };
  await store.post(`/store/carts/${id}/shipping-methods`, { token, body: delivery });
  const { body } = await store.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    token,
    body: { cart_id: id },
  });
  const payment = `/store/payment-collections/${body.payment_collection.id}/payment-sessions`;
  await store.post(payment, { token, body: { provider_id: "pp_system_default" } });
  const completed = await store.post<{ order: Order }>(`/store/carts/${id}/complete?${ORDER_FIELDS}`, {
    token,
  });
  return completed.body.order;
}
