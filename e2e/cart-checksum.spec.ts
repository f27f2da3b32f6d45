import { apiTest as test, expect } from "./support/api-test";
import type { BackendClient } from "./support/backend-client";
import type { TestProduct } from "./support/test-product";
import {
  computeChecksum,
  recreatePaymentSession,
  fetchCart,
  type ChecksumCart,
} from "./support/cart-checksum";
import { HttpBrowser, readForm } from "./support/http-browser";
import { ADDRESS, createReadyCart } from "./support/place-order-via-api";
import { newEmail, type MedusaStoreApi } from "./support/medusa-store-api";

type Completion = { type?: string; code?: string; order?: { id: string } };
type Change = (storeApi: MedusaStoreApi, cart: ChecksumCart, scene: Scene) => Promise<unknown>;
type Scene = { path: string; product: TestProduct; backend: BackendClient };

const complete = (storeApi: MedusaStoreApi, id: string, checksum: string) =>
  storeApi.post<Completion>(`/store/carts/${id}/complete`, { body: { checksum } });

const CHANGES: [what: string, change: Change][] = [
  [
    "line",
    (storeApi, _cart, { path, product }) =>
      storeApi.post(`${path}/line-items`, {
        body: { variant_id: product.variantId, quantity: 1, metadata: { another: true } },
      }),
  ],
  [
    "quantity",
    (storeApi, cart, { path }) =>
      storeApi.post(`${path}/line-items/${cart.items[0]?.id}`, { body: { quantity: 2 } }),
  ],
  [
    "price",
    async (storeApi, cart, { path, product, backend }) => {
      await backend.setPrice(product, 8_000);
      // Medusa re-reads a line's price when the line is changed.
      await storeApi.post(`${path}/line-items/${cart.items[0]?.id}`, { body: { quantity: 1 } });
    },
  ],
  ["e-mail address", (storeApi, _cart, { path }) => storeApi.post(path, { body: { email: newEmail() } })],
  [
    "delivery address",
    (storeApi, _cart, { path }) =>
      storeApi.post(path, { body: { shipping_address: { ...ADDRESS, address_1: "351 Fifth Avenue" } } }),
  ],
  [
    "billing address",
    (storeApi, _cart, { path }) =>
      storeApi.post(path, { body: { billing_address: { ...ADDRESS, last_name: "Byron" } } }),
  ],
  [
    "delivery",
    async (storeApi, cart, { path }) => {
      type Options = { shipping_options: { id: string }[] };
      const cart_id = `cart_id=${path.split("/").at(-1)}`;
      const { body } = await storeApi.get<Options>(`/store/shipping-options?${cart_id}`);
      const chosen = cart.shipping_methods[0]?.shipping_option_id;
      const other = body.shipping_options.find(({ id }) => id !== chosen);
      await storeApi.post(`${path}/shipping-methods`, { body: { option_id: other?.id } });
    },
  ],
];

for (const [what, change] of CHANGES) {
  test(`An order of a cart with another ${what} than was looked at is refused by the backend itself`, async ({
    storeApi,
    product,
    backend,
  }) => {
    const email = newEmail();
    const id = await createReadyCart(storeApi, { variantId: product.variantId, quantity: 1, email });
    const seen = await fetchCart(storeApi, id);
    await change(storeApi, seen, { path: `/store/carts/${id}`, product, backend });
    await recreatePaymentSession(storeApi, id);
    const now = await fetchCart(storeApi, id);
    expect(computeChecksum(now), `another ${what}`).not.toBe(computeChecksum(seen));

    const refused = await complete(storeApi, id, computeChecksum(seen));
    expect([refused.status, refused.body.code]).toEqual([409, "cart_changed"]);
    expect((await backend.listOrders(now.email ?? "")).length).toBe(0);

    const placed = await complete(storeApi, id, computeChecksum(now));
    expect(placed.body.type).toBe("order");
    // Repeating a request after a lost response returns the same order.
    for (const checksum of [computeChecksum(now), computeChecksum(seen)])
      expect((await complete(storeApi, id, checksum)).body.order?.id).toBe(placed.body.order?.id);
  });
}

test("The shop orders nothing by the checksum of another cart, and says so", async ({
  storeApi,
  product,
  backend,
}) => {
  const email = newEmail();
  const bought = { variantId: product.variantId, quantity: 1 };
  const own = await createReadyCart(storeApi, { ...bought, email });
  const other = await createReadyCart(storeApi, { ...bought, quantity: 2, email: newEmail() });
  const browser = new HttpBrowser();
  browser.takeCart(own, email);
  const page = await browser.get("/us/checkout?step=review");
  const form = readForm(page.html, "checksum");
  const otherChecksum = computeChecksum(await fetchCart(storeApi, other));

  const refused = await browser.post("/us/checkout?step=review", form, { checksum: otherChecksum });
  expect(refused.html).toContain("Your cart has changed since you last looked.");
  expect(await backend.listOrders(email)).toEqual([]);

  const placed = await browser.post("/us/checkout?step=review", form, {});
  expect(placed.location).toMatch(/^\/us\/order\/order_\w+\/confirmed$/);
});

test("An invalid checksum is refused, and an order without one is accepted", async ({
  storeApi,
  product,
}) => {
  const id = await createReadyCart(storeApi, {
    variantId: product.variantId,
    quantity: 1,
    email: newEmail(),
  });
  for (const [checksum, status] of [
    ["", 409],
    ["x".repeat(65), 400],
    [{ a: 1 }, 400],
    [27, 400],
  ] as const) {
    const response = await storeApi.post(`/store/carts/${id}/complete`, { body: { checksum } });
    expect(response.status).toBe(status);
  }
  const placed = await storeApi.post<Completion>(`/store/carts/${id}/complete`);
  expect(placed.body.type).toBe("order");
});
