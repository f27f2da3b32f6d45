import { AMERICAN } from "./addresses";
import type { Backend, OwnProduct } from "./backend";
import { AGREED_FIELDS, computeChecksum, type AgreedCart } from "./cart-checksum";
import { expect, test } from "./fixtures";
import { ADDRESS, prepareCart } from "./purchase";
import { query } from "./records";
import { newEmail, Store } from "./store";

type Completion = { type?: string; code?: string; order?: { id: string } };
type Change = (store: Store, cart: AgreedCart, scene: Scene) => Promise<unknown>;
type Scene = { path: string; product: OwnProduct; backend: Backend };

async function readCart(store: Store, id: string): Promise<AgreedCart> {
  const answer = await store.get<{ cart: AgreedCart }>(`/store/carts/${id}?fields=${AGREED_FIELDS}`);
  return answer.body.cart;
}

const complete = (store: Store, id: string, checksum: string) =>
  store.post<Completion>(`/store/carts/${id}/complete`, { body: { checksum } });

/** Medusa forgets how a cart was to be paid when its total changes: whoever changed it has chosen again. */
async function payAgain(store: Store, id: string): Promise<void> {
  const begun = await store.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    body: { cart_id: id },
  });
  const sessions = `/store/payment-collections/${begun.body.payment_collection.id}/payment-sessions`;
  await store.post(sessions, { body: { provider_id: "pp_system_default" } });
}

const CHANGES: [what: string, change: Change][] = [
  [
    "line",
    (store, _cart, { path, product }) =>
      store.post(`${path}/line-items`, {
        body: { variant_id: product.variantId, quantity: 1, metadata: { another: true } },
      }),
  ],
  [
    "quantity",
    (store, cart, { path }) =>
      store.post(`${path}/line-items/${cart.items[0]?.id}`, { body: { quantity: 2 } }),
  ],
  [
    "price",
    async (store, _cart, { path, product, backend }) => {
      await backend.setPrice(product, 8_000);
      // Prices of a cart are read again when it is changed.
      await store.post(path, { body: { metadata: { looked: "again" } } });
      await store.post(`${path}/taxes`);
      await store.post(`${path}/promotions`, { body: { promo_codes: [] } });
    },
  ],
  ["e-mail address", (store, _cart, { path }) => store.post(path, { body: { email: newEmail() } })],
  [
    "delivery address",
    (store, _cart, { path }) =>
      store.post(path, { body: { shipping_address: { ...ADDRESS, address_1: "351 Fifth Avenue" } } }),
  ],
  [
    "billing address",
    (store, _cart, { path }) =>
      store.post(path, { body: { billing_address: { ...ADDRESS, last_name: "Byron" } } }),
  ],
  [
    "delivery",
    async (store, cart, { path }) => {
      type Options = { shipping_options: { id: string }[] };
      const query = `cart_id=${path.split("/").at(-1)}`;
      const { body } = await store.get<Options>(`/store/shipping-options?${query}`);
      const chosen = cart.shipping_methods[0]?.shipping_option_id;
      const other = body.shipping_options.find(({ id }) => id !== chosen);
      await store.post(`${path}/shipping-methods`, { body: { option_id: other?.id } });
    },
  ],
];

for (const [what, change] of CHANGES) {
  test(`An order of a cart with another ${what} than was looked at is refused by the backend itself`, async ({
    request,
    product,
    backend,
  }) => {
    const store = new Store(request);
    const email = newEmail();
    const id = await prepareCart(store, { variantId: product.variantId, quantity: 1, email });
    const seen = await readCart(store, id);
    await change(store, seen, { path: `/store/carts/${id}`, product, backend });
    await payAgain(store, id);
    const now = await readCart(store, id);
    expect(computeChecksum(now), `another ${what}`).not.toBe(computeChecksum(seen));

    const refused = await complete(store, id, computeChecksum(seen));
    expect([refused.status, refused.body.code]).toEqual([409, "cart_changed"]);
    expect((await backend.listOrders(now.email ?? "")).length).toBe(0);

    const placed = await complete(store, id, computeChecksum(now));
    expect(placed.body.type).toBe("order");
    // A lost answer is asked for again, and the order is not made twice.
    for (const checksum of [computeChecksum(now), computeChecksum(seen)])
      expect((await complete(store, id, checksum)).body.order?.id).toBe(placed.body.order?.id);
  });
}

test("A checksum that is none is refused, and who sends none at all orders as before", async ({
  request,
  product,
}) => {
  const store = new Store(request);
  const id = await prepareCart(store, { variantId: product.variantId, quantity: 1, email: newEmail() });
  for (const [checksum, status] of [
    ["", 409],
    ["x".repeat(65), 400],
    [{ a: 1 }, 400],
    [27, 400],
  ] as const) {
    const answer = await store.post(`/store/carts/${id}/complete`, { body: { checksum } });
    expect(answer.status).toBe(status);
  }
  const placed = await store.post<Completion>(`/store/carts/${id}/complete`);
  expect(placed.body.type).toBe("order");
});

test("A cart whose address is changed after the last look is not ordered, and the shopper is told", async ({
  guest,
  backend,
  request,
}) => {
  const ada = await guest();
  const { page, identity } = ada;
  await ada.add();
  await ada.goToReview(AMERICAN);
  const store = new Store(request);
  const id = /cart_[0-9A-Z]{26}/.exec((await ada.readCartCookie())?.value ?? "")?.[0] ?? "";
  const seen = await readCart(store, id);
  await expect(page.locator("input[name=checksum]")).toHaveValue(computeChecksum(seen));
  await store.post(`/store/carts/${id}`, {
    body: { shipping_address: { ...seen.shipping_address, id: undefined, address_1: "1 Elsewhere" } },
  });
  await payAgain(store, id);
  await ada.placeOrderButton.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your cart has changed" })).toBeVisible();
  expect(await backend.listOrders(identity.email)).toEqual([]);
  const refused = await query<{ reason: string }>(
    `SELECT detail->>'reason' AS reason FROM "AuditEvent" WHERE type = 'order.refused' AND detail->>'cartCustomerId' = $1`,
    [seen.customer?.id],
  );
  expect(refused).toEqual([{ reason: "cart-changed" }]);
});
