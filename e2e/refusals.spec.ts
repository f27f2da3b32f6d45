import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser, readForm } from "./support/http-browser";
import { addToCart, goToReview, placeOrder, readText } from "./support/http-checkout";
import { createReadyCart } from "./support/place-order-via-api";
import type { Shopkeeper } from "./support/shopkeeper";
import type { TestProduct } from "./support/test-product";
import { newEmail, type MedusaStoreApi } from "./support/medusa-store-api";

type Scene = {
  shopkeeper: Shopkeeper;
  thing: TestProduct;
  browser: HttpBrowser;
  code: string;
  optionIds: string[];
};

type Case = {
  event: string;
  /** Applied between the review and the order. */
  change: (scene: Scene) => Promise<unknown>;
  message: RegExp;
  /** Where the refusal leads: a link, or the form of the page it is on. */
  wayOut: string | { form: string };
};

const endPromotion = async ({ shopkeeper, code }: Scene) => {
  const { promotions } = await shopkeeper.get<{ promotions: { id: string }[] }>(`/promotions?code=${code}`);
  await shopkeeper.delete(`/promotions/${promotions[0]?.id}`);
};

/** Another shopper places an order with the code, which was its last use. */
const useUpPromotion = async ({ thing, code }: Scene) => {
  const rival = new HttpBrowser();
  await addToCart(rival, thing);
  await rival.submit("/de/cart", "promotion", { code });
  await goToReview(rival, newEmail());
  expect((await placeOrder(rival)).location).toMatch(/\/confirmed$/);
};

const withdrawDelivery = async ({ shopkeeper, optionIds: [chosen = ""] }: Scene) => {
  type Option = { shipping_option: { rules: { id: string; attribute: string }[] } };
  const { shipping_option } = await shopkeeper.get<Option>(`/shipping-options/${chosen}?fields=*rules`);
  const rules = shipping_option.rules.map(({ id, attribute }) => {
    return { id, attribute, operator: "eq", value: "false" };
  });
  await shopkeeper.post(`/shipping-options/${chosen}`, { rules });
};

const CASES: Case[] = [
  {
    event: "a promotion whose last use is taken",
    change: useUpPromotion,
    message: /used up\. We have taken off TRIED\w+\. The total is now €53\.00\./,
    wayOut: { form: "order" },
  },
  {
    event: "a promotion that is deleted",
    change: endPromotion,
    message: /We have taken off TRIED\w+\. The total is now €53\.00\./,
    wayOut: { form: "order" },
  },
  {
    event: "a delivery that is deleted",
    change: ({ shopkeeper, optionIds: [chosen] }) => shopkeeper.delete(`/shipping-options/${chosen}`),
    message: /The delivery you chose is no longer offered\. Please choose another one\./,
    wayOut: { form: "delivery" },
  },
  {
    event: "a delivery that the store no longer offers",
    change: withdrawDelivery,
    message: /The delivery you chose is no longer offered\. Please choose another one\./,
    wayOut: { form: "delivery" },
  },
  {
    event: "a variant that is deleted",
    change: ({ shopkeeper, thing }) =>
      shopkeeper.delete(`/products/${thing.id}/variants/${thing.variantIds[0]}`),
    message: /no longer for sale\. Please remove it to go on\. It is Tried Thing \w+/,
    wayOut: "/de/cart",
  },
];

for (const { event, change, message, wayOut } of CASES) {
  test(`An order with ${event} is refused with the reason and the way out`, async ({ shopkeeper }) => {
    const profile = await shopkeeper.createShippingProfile({ Cart: 3, Carriage: 8 });
    const product = await shopkeeper.createProduct({ profileId: profile.id, prices: { usd: 50, eur: 50 } });
    const { code } = await shopkeeper.createTenPercentCode(1);
    const browser = new HttpBrowser();
    await addToCart(browser, product);
    await browser.submit("/de/cart", "promotion", { code });
    const email = newEmail();
    const review = await goToReview(browser, email);
    expect(readText(review)).toContain("Place order · €48.00");

    await change({ shopkeeper, thing: product, browser, code, optionIds: profile.optionIds });
    const refused = await browser.post("/de/checkout?step=review", readForm(review.html, "order"), {});
    expect(refused.location).toBe("/de/checkout?step=review");
    expect(readText(refused)).toMatch(message);
    expect(readText(refused)).not.toMatch(/fields marked|try again/);
    if (typeof wayOut === "string") {
      expect(refused.html).toContain(`href="${wayOut}" data-testid="way-out-link"`);
      return;
    }
    // Completes the order with the form that is shown now.
    expect(refused.html).toContain(`name="form" value="${wayOut.form}"`);
    if (wayOut.form === "delivery") await goToReview(browser, email);
    expect((await placeOrder(browser)).location).toMatch(/\/confirmed$/);
  });
}

type Refusal = { code?: string; message?: string; type?: string };
type RefusalCase = {
  code: string;
  /** A request that Medusa itself refuses without a code. */
  send: (
    storeApi: MedusaStoreApi,
    cart: { path: string; id: string; variantId: string },
  ) => Promise<{ body: Refusal }>;
};

const REFUSAL_CASES: RefusalCase[] = [
  { code: "cart_empty", send: (storeApi, { path }) => storeApi.post(`${path}/complete`) },
  {
    code: "payment_unavailable",
    send: async (storeApi, { path, variantId }) => {
      await storeApi.post(`${path}/line-items`, { body: { variant_id: variantId, quantity: 1 } });
      return storeApi.post(`${path}/complete`);
    },
  },
  {
    code: "payment_unavailable",
    send: async (storeApi, { id }) => {
      type Made = { payment_collection: { id: string } };
      const { body } = await storeApi.post<Made>("/store/payment-collections", { body: { cart_id: id } });
      const sessions = `/store/payment-collections/${body.payment_collection.id}/payment-sessions`;
      return storeApi.post(sessions, { body: { provider_id: "pp_none" } });
    },
  },
  {
    code: "delivery_unavailable",
    send: (storeApi, { path }) =>
      storeApi.post(`${path}/shipping-methods`, { body: { option_id: "so_none" } }),
  },
  {
    code: "country_unavailable",
    send: (storeApi, { path }) => storeApi.post(path, { body: { shipping_address: { country_code: "de" } } }),
  },
  {
    code: "country_unavailable",
    send: (storeApi, { path }) => storeApi.post(`${path}/move`, { body: { country_code: "aq" } }),
  },
  {
    code: "not_for_sale",
    send: (storeApi, { path }) =>
      storeApi.post(`${path}/line-items`, { body: { variant_id: "variant_none", quantity: 1 } }),
  },
];

test("The backend names each of its refusals by a code, and begins its message with it", async ({
  storeApi,
  product,
}) => {
  type Regions = { regions: { id: string; currency_code: string }[] };
  const { body } = await storeApi.get<Regions>("/store/regions");
  const region_id = body.regions.find(({ currency_code }) => currency_code === "usd")?.id;
  for (const { code, send } of REFUSAL_CASES) {
    const created = await storeApi.post<{ cart: { id: string } }>("/store/carts", {
      body: { region_id, shipping_address: { country_code: "us" } },
    });
    const { id } = created.body.cart;
    const refused = await send(storeApi, { id, path: `/store/carts/${id}`, variantId: product.variantId });
    expect(refused.body.code, JSON.stringify(refused.body)).toBe(code);
    expect(refused.body.message).toMatch(new RegExp(`^${code}: `));
  }
});

test("Two carts with the last use of one promotion become one order with it, and one refusal", async ({
  shopkeeper,
  storeApi,
  backend,
}) => {
  const products = [await shopkeeper.createProduct(), await shopkeeper.createProduct()];
  const { code } = await shopkeeper.createTenPercentCode(1);
  const email = newEmail();
  const carts = await Promise.all(
    products.map(async ({ variantIds: [variantId = ""] }) => {
      const id = await createReadyCart(storeApi, { variantId, quantity: 1, email, code });
      return id;
    }),
  );
  const responses = await Promise.all(
    carts.map((id) => storeApi.post<Refusal>(`/store/carts/${id}/complete`)),
  );
  expect(responses.map(({ body }) => body.type).filter((type) => type === "order")).toHaveLength(1);
  expect(responses.flatMap(({ body }) => body.code ?? [])).toEqual(["promotion_ended"]);
  expect(await backend.listOrders(email)).toHaveLength(1);
});
