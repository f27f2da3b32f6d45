import { apiTest as test, expect } from "./support/api-test";
import { SCARF } from "./support/guest";
import type { MedusaStoreApi } from "./support/medusa-store-api";

type Cart = { id: string; email: string | null; customer?: { id: string; email: string } | null };
type Order = { id: string; email: string; customer_id: string | null };
type Requester = { token?: string };

const CART_FIELDS = "fields=id,email,customer.id,customer.email";
const ORDER_FIELDS = "fields=id,email,customer_id,customer.id";

test("A customer's cart opens to no other customer and to no guest, whatever is done with its id", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const cart = await createCart(storeApi, { token: customer.token });
  const id = cart.id;
  const collection = await storeApi.post<{ payment_collection: { id: string } }>(
    "/store/payment-collections",
    {
      token: customer.token,
      body: { cart_id: id },
    },
  );
  const attempts = (requester: Requester) => [
    storeApi.get(`/store/carts/${id}`, requester),
    storeApi.post(`/store/carts/${id}`, { ...requester, body: { email: otherCustomer.email } }),
    storeApi.post(`/store/carts/${id}/line-items`, {
      ...requester,
      body: { variant_id: cart.variantId, quantity: 1 },
    }),
    storeApi.post(`/store/carts/${id}/complete`, requester),
    storeApi.get(`/store/shipping-options?cart_id=${id}`, requester),
    storeApi.post("/store/payment-collections", { ...requester, body: { cart_id: id } }),
    storeApi.post(`/store/payment-collections/${collection.body.payment_collection.id}/payment-sessions`, {
      ...requester,
      body: { provider_id: "pp_system_default" },
    }),
  ];
  for (const requester of [{ token: otherCustomer.token }, {}])
    expect((await Promise.all(attempts(requester))).map(({ status }) => status)).toEqual(Array(7).fill(404));

  const unchanged = await storeApi.get<{ cart: Cart }>(`/store/carts/${id}?${CART_FIELDS}`, {
    token: customer.token,
  });
  expect(unchanged.body.cart).toMatchObject({ id, email: customer.email, customer: { id: customer.id } });
});

test("A customer's cart cannot be transferred to another; a guest's goes to whoever signs in with it", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const transfer = (id: string, { token }: Requester) =>
    storeApi.post<{ cart: Cart }>(`/store/carts/${id}/customer?${CART_FIELDS}`, { token });
  const { id } = await createCart(storeApi, {});
  const transferred = await transfer(id, customer);
  expect(transferred.body.cart.customer).toMatchObject({ id: customer.id });
  expect((await transfer(id, otherCustomer)).status).toBe(404);
  expect((await transfer(id, customer)).body.cart.customer).toMatchObject({ id: customer.id });
});

test("A guest who types an account's address stays a guest, and the order is not that account's", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const typedAtFirst = await createCart(storeApi, { email: customer.email });
  const typedLater = await createCart(storeApi, {});
  await storeApi.post(`/store/carts/${typedLater.id}`, { body: { email: otherCustomer.email } });
  await storeApi.post(`/store/carts/${typedLater.id}`, { body: { email: customer.email } });

  for (const { id } of [typedAtFirst, typedLater]) {
    const { body } = await storeApi.get<{ cart: Cart }>(`/store/carts/${id}?${CART_FIELDS}`);
    expect(body.cart).toMatchObject({ email: customer.email, customer: { email: customer.email } });
    expect(body.cart.customer?.id).not.toBe(customer.id);
    const order = await placeOrder(storeApi, { id, email: customer.email });
    expect(order.email).toBe(customer.email);
    expect(order.customer_id).toBe(body.cart.customer?.id);
  }
  const orders = await storeApi.get<{ count: number }>("/store/orders", { token: customer.token });
  expect(orders.body.count).toBe(0);
});

test("Guests who type one account's address at the same time all stay guests", async ({
  storeApi,
  customer,
}) => {
  const { id } = await createCart(storeApi, {});
  const updates = [1, 2, 3, 4].map(() =>
    storeApi.post(`/store/carts/${id}`, { body: { email: customer.email } }),
  );
  expect((await Promise.all(updates)).map(({ status }) => status)).toContain(200);
  const { body } = await storeApi.get<{ cart: Cart }>(`/store/carts/${id}?${CART_FIELDS}`);
  expect(body.cart.customer?.id).not.toBe(customer.id);
});

test("A customer's order is the customer's, and is shown to nobody else who knows its id", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const { token, email } = customer;
  const cart = await createCart(storeApi, { token });
  const order = await placeOrder(storeApi, { id: cart.id, email, token });
  expect(order.customer_id).toBe(customer.id);
  const path = `/store/orders/${order.id}`;
  expect((await storeApi.get(path, { token })).status).toBe(200);
  expect((await storeApi.get(path, { token: otherCustomer.token })).status).toBe(404);
  expect((await storeApi.get(path)).status).toBe(404);
  expect((await storeApi.post(`${path}/transfer/request`, { token: otherCustomer.token })).status).toBe(404);
  const returnInput = { order_id: order.id, items: [], return_shipping: { option_id: "none" } };
  expect((await storeApi.post("/store/returns", { body: returnInput })).status).toBe(404);
});

async function createCart(storeApi: MedusaStoreApi, { token, email }: Requester & { email?: string }) {
  const { body } = await storeApi.get<{ products: { variants: { id: string }[] }[] }>(
    `/store/products?handle=${SCARF.handle}&fields=variants.id`,
  );
  const variantId = body.products[0]?.variants[0]?.id ?? "";
  const regions = await storeApi.get<{ regions: { id: string; currency_code: string }[] }>("/store/regions");
  const region_id = regions.body.regions.find(({ currency_code }) => currency_code === "usd")?.id;
  const items = [{ variant_id: variantId, quantity: 1 }];
  const input = { region_id, items, ...(email ? { email } : {}) };
  const created = await storeApi.post<{ cart: Cart }>(`/store/carts?${CART_FIELDS}`, { token, body: input });
  return { id: created.body.cart.id, variantId };
}

async function placeOrder(
  storeApi: MedusaStoreApi,
  { id, email, token }: Requester & { id: string; email: string },
): Promise<Order> {
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
  await storeApi.post(`/store/carts/${id}`, { token, body: contact });
  const options = await storeApi.get<{ shipping_options: { id: string }[] }>(
    `/store/shipping-options?cart_id=${id}`,
    { token },
  );
  const delivery = { option_id: options.body.shipping_options[0]?.id };
  await storeApi.post(`/store/carts/${id}/shipping-methods`, { token, body: delivery });
  const { body } = await storeApi.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    token,
    body: { cart_id: id },
  });
  const payment = `/store/payment-collections/${body.payment_collection.id}/payment-sessions`;
  await storeApi.post(payment, { token, body: { provider_id: "pp_system_default" } });
  const completed = await storeApi.post<{ order: Order }>(`/store/carts/${id}/complete?${ORDER_FIELDS}`, {
    token,
  });
  return completed.body.order;
}
