import { apiTest as test, expect } from "./support/api-test";
import { createReadyCart } from "./support/place-order-via-api";
import { newEmail } from "./support/medusa-store-api";

const RIVALS = 8;

type Completion = { type?: "order"; order?: { id: string }; message?: string };
type StoredCart = { cart: { completed_at?: string | null } };

test("The last one is sold once, however many want it at the same moment", async ({
  backend,
  product,
  storeApi,
}) => {
  const email = newEmail();
  await backend.setStock(product, 1);
  const input = { variantId: product.variantId, quantity: 1, email };
  const carts = await Promise.all(Array.from({ length: RIVALS }, () => createReadyCart(storeApi, input)));
  const requests = carts.map((id) => storeApi.post<Completion>(`/store/carts/${id}/complete`));
  const responses = (await Promise.all(requests)).map(({ body }) => body);
  const orderIds = responses.flatMap(({ order }) => order?.id ?? []);
  expect(orderIds).toHaveLength(1);
  // No order of a rival is left behind, and no other cart is completed.
  expect((await backend.listOrders(email)).map(({ id }) => id)).toEqual(orderIds);
  const storedCarts = await Promise.all(carts.map((id) => storeApi.get<StoredCart>(`/store/carts/${id}`)));
  const completedCount = storedCarts.filter(({ body }) => body.cart.completed_at).length;
  expect(completedCount).toBe(1);
  for (const { order, message } of responses) if (!order) expect(message).toMatch(/inventory|stock/);
});

test("Completing a completed cart again returns its order, though nothing is left in stock", async ({
  backend,
  product,
  storeApi,
}) => {
  const email = newEmail();
  await backend.setStock(product, 1);
  const cart = await createReadyCart(storeApi, { variantId: product.variantId, quantity: 1, email });
  const first = await storeApi.post<Completion>(`/store/carts/${cart}/complete`);
  const again = await storeApi.post<Completion>(`/store/carts/${cart}/complete`);
  expect(first.body.order?.id).toMatch(/^order_/);
  expect(again.body.order?.id).toBe(first.body.order?.id);
});
