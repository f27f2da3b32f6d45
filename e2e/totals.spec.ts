import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { apiTest as base, expect } from "./support/api-test";
import { readMail } from "./support/mailbox";
import { HttpBrowser } from "./support/http-browser";
import type { OfferShopkeeper } from "./support/test-offer";
import type { TestProduct } from "./support/test-product";
import {
  expectTotalsToAddUp,
  readMailTotals,
  readTotals,
  type DisplayedTotals,
} from "./support/displayed-totals";
import { registerCustomer, type MedusaStoreApi } from "./support/medusa-store-api";

/** `TOTALS_SEED=N npm run e2e -- e2e/totals.spec.ts` repeats a run. */
const SEED = Number(process.env.TOTALS_SEED ?? Math.floor(Math.random() * 1_000_000));
const CARTS_PER_MARKET = 4;

/**
 * Countries with their currency's decimals. Prices exclude tax in the first and include it, at different rates, in
 * the others.
 */
const MARKETS = [
  ["us", 2],
  ["gb", 2],
  ["de", 2],
  ["fr", 2],
  ["it", 2],
  ["es", 2],
  ["nl", 2],
  ["jp", 0],
] as const;

/** Amounts that leave fractions when divided, taxed or discounted. */
const PRICES = [9_033.35, 9_000.99, 9_117.77].map((price) => ({
  usd: price,
  gbp: price,
  eur: price,
  jpy: Math.round(price),
}));

const percentageDiscount = fc.record({
  type: fc.constant("percentage"),
  value: fc.constantFrom(10, 12.5, 33.33, 100),
  target_type: fc.constantFrom("items", "order", "shipping_methods"),
});
const fixedDiscount = fc.record({
  type: fc.constant("fixed"),
  value: fc.constantFrom(1, 3.33, 1_000),
  target_type: fc.constantFrom("items", "order", "shipping_methods"),
});
const cartCases = fc.record({
  quantities: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: PRICES.length }),
  discounts: fc.array(fc.oneof(percentageDiscount, fixedDiscount), { maxLength: 2 }),
  delivery: fc.nat({ max: 1 }),
});
type CartCase = typeof cartCases extends fc.Arbitrary<infer T> ? T : never;

type Scene = {
  storeApi: MedusaStoreApi;
  shopkeeper: OfferShopkeeper;
  product: TestProduct;
  country: string;
  token?: string;
};

const test = base.extend<{ thing: TestProduct }>({
  thing: async ({ shopkeeper }, provide) => {
    const product = await shopkeeper.createUncountedProduct(`tried-${randomUUID()}`, PRICES);
    await provide(product);
    await shopkeeper.post(`/products/${product.id}`, { status: "draft" });
  },
});

for (const [index, [country, decimals]] of MARKETS.entries()) {
  test(`What a page or a mail of ${country} shows adds up, whatever is bought, taken off and taxed`, async ({
    storeApi,
    shopkeeper,
    thing,
  }) => {
    const seed = SEED + index;
    const samples = fc.sample(cartCases, { seed, numRuns: CARTS_PER_MARKET });
    const scene = { storeApi, shopkeeper, product: thing, country };
    for (const cartCase of samples.slice(1)) {
      const label = `TOTALS_SEED=${SEED}, ${country}, ${JSON.stringify(cartCase)}`;
      const browser = new HttpBrowser();
      browser.takeCart(await fillCart(scene, cartCase));
      const page = await expectTotals(browser, `/${country}/cart`, label);
      const { cart } = JSON.parse((await browser.get("/api/shopper")).html) as { cart: ApiCart };
      expect(toTotals(cart, decimals), label).toEqual(page);
    }

    const [ordered] = samples as [CartCase];
    const label = `TOTALS_SEED=${SEED}, ${country}, the order of ${JSON.stringify(ordered)}`;
    const account = await registerCustomer(storeApi);
    const { token } = account;
    const cart = await fillCart({ ...scene, token }, ordered);
    const { id, total } = await placeOrder(storeApi, token, cart);
    const browser = new HttpBrowser();
    await browser.submit(`/${country}/login`, "password", account);
    const confirmed = await expectTotals(browser, `/${country}/order/${id}/confirmed`, label);
    expect(Math.abs(confirmed.total - total * 10 ** decimals), label).toBeLessThan(0.51);
    expect(await expectTotals(browser, `/${country}/account/orders/details/${id}`, label)).toEqual(confirmed);
    const mailed = readMailTotals(await readMail("order-confirmation", account.email));
    expectTotalsToAddUp(mailed, `${label}, mail`);
    expect({ ...mailed, lines: mailed.lines.toSorted() }).toEqual({
      ...confirmed,
      lines: confirmed.lines.toSorted(),
    });
  });
}

async function expectTotals(browser: HttpBrowser, path: string, label: string): Promise<DisplayedTotals> {
  const { html } = await browser.get(path);
  const sums = readTotals(html);
  if (!sums) throw new Error(`${label}: ${path} shows no sums`);
  expectTotalsToAddUp(sums, `${label}, ${path}`);
  return sums;
}

type Money = { amount: number };
type ApiCart = {
  lines: { total: Money }[];
  totals: Record<"subtotal" | "discount" | "shipping" | "tax" | "credit" | "total", Money> & {
    isTaxIncluded: boolean;
  };
};

/** Converts the cart of the API to displayed totals. */
function toTotals({ lines, totals }: ApiCart, decimals: number): DisplayedTotals {
  const units = (money: Money) => Number((money.amount * 10 ** decimals).toFixed(6));
  return {
    lines: lines.map(({ total }) => units(total)),
    subtotal: units(totals.subtotal),
    discount: units(totals.discount),
    delivery: units(totals.shipping),
    tax: totals.isTaxIncluded ? 0 : units(totals.tax),
    credit: units(totals.credit),
    total: units(totals.total),
  };
}

type PostAs = <T = unknown>(path: string, body?: object) => Promise<T>;

function postAs(storeApi: MedusaStoreApi, token?: string): PostAs {
  return async <T>(path: string, body: object = {}) => {
    const response = await storeApi.post<T>(path, { ...(token ? { token } : {}), body });
    if (response.status >= 300)
      throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body;
  };
}

async function fillCart(scene: Scene, { quantities, discounts, delivery }: CartCase): Promise<string> {
  const { storeApi, shopkeeper, product, country, token } = scene;
  const post = postAs(storeApi, token);
  const region = await findRegion(storeApi, country);
  const codes = await Promise.all(
    discounts.map(async (discount) => createPromotion(shopkeeper, discount, region.currency_code)),
  );
  const address = {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "1 Hook Lane",
    city: "Here",
    postal_code: "1",
    country_code: country,
  };
  const { cart } = await post<{ cart: { id: string } }>("/store/carts", {
    region_id: region.id,
    items: quantities.map((quantity, index) => ({ variant_id: product.variantIds[index], quantity })),
    shipping_address: address,
    billing_address: address,
  });
  await post(`/store/carts/${cart.id}/promotions`, { promo_codes: codes });
  type Options = { shipping_options: { id: string; amount: number }[] };
  const { body } = await storeApi.get<Options>(
    `/store/shipping-options?cart_id=${cart.id}`,
    token ? { token } : {},
  );
  const options = body.shipping_options.toSorted((a, b) => a.amount - b.amount);
  await post(`/store/carts/${cart.id}/shipping-methods`, { option_id: options[delivery]?.id });
  return cart.id;
}

type Region = { id: string; currency_code: string; countries: { iso_2: string }[] };

async function findRegion(storeApi: MedusaStoreApi, country: string): Promise<Region> {
  const { body } = await storeApi.get<{ regions: Region[] }>("/store/regions");
  const region = body.regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === country));
  if (!region) throw new Error(`Nobody sells to ${country}.`);
  return region;
}

async function createPromotion(
  shopkeeper: OfferShopkeeper,
  discount: CartCase["discounts"][number],
  currency_code: string,
): Promise<string> {
  const code = `sum-${randomUUID()}`;
  await shopkeeper.createPromotion({
    code,
    ...discount,
    ...(discount.type === "fixed" ? { currency_code } : {}),
  });
  return code;
}

async function placeOrder(
  storeApi: MedusaStoreApi,
  token: string,
  cart_id: string,
): Promise<{ id: string; total: number }> {
  const post = postAs(storeApi, token);
  const { payment_collection } = await post<{ payment_collection: { id: string } }>(
    "/store/payment-collections",
    {
      cart_id,
    },
  );
  const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`;
  await post(sessions, { provider_id: "pp_system_default" });
  const { order } = await post<{ order: { id: string; total: number } }>(`/store/carts/${cart_id}/complete`);
  return order;
}
