import type { APIRequestContext } from "@playwright/test";
import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser, readForm } from "./support/http-browser";
import { addToCart, goToReview, placeOrder, readText } from "./support/http-checkout";
import type { Shopkeeper } from "./support/shopkeeper";
import type { TestProduct } from "./support/test-product";
import { newEmail } from "./support/medusa-store-api";

type Withdrawal = [how: string, withdraw: (shopkeeper: Shopkeeper, product: TestProduct) => Promise<unknown>];

const WITHDRAWALS: Withdrawal[] = [
  ["made a draft", (shopkeeper, { id }) => shopkeeper.post(`/products/${id}`, { status: "draft" })],
  [
    "taken out of the sales channel at the channel",
    async (shopkeeper, { id }) =>
      shopkeeper.post(`/sales-channels/${await shopkeeper.findSalesChannelId()}/products`, { remove: [id] }),
  ],
  [
    "taken out of the sales channel at the product",
    (shopkeeper, { id }) => shopkeeper.post(`/products/${id}`, { sales_channels: [] }),
  ],
  ["deleted", (shopkeeper, { id }) => shopkeeper.delete(`/products/${id}`)],
  [
    "without a price in the shopper's currency",
    (shopkeeper, { id, variantIds: [variantId] }) =>
      shopkeeper.post(`/products/${id}/variants/${variantId}`, {
        prices: [{ currency_code: "usd", amount: 99_000 }],
      }),
  ],
];

/** Five seconds promised, and as many for re-rendering on a busy machine. */
const FRESH_WITHIN = { timeout: 15_000, intervals: [100] };

/** Pages that list what is for sale. */
const listExpectedPages = ({ title }: TestProduct) => [
  "/de/store?sortBy=price_desc",
  `/de/search?q=${title.split(" ").at(-1)}`,
  "/sitemap.xml",
];

/** The list is sorted by price, highest first. */
const HIGH_PRICES = { usd: 99_000, gbp: 99_000, eur: 99_000, jpy: 9_900_000 };

async function listAppearances(request: APIRequestContext, product: TestProduct): Promise<string[]> {
  const page = await request.get(`/de/products/${product.handle}`);
  const shown = page.status() === 200 ? ["its page"] : [];
  const texts = listExpectedPages(product).map(async (path) => {
    const text = await (await request.get(path)).text();
    // The search page repeats the query, so only a link counts.
    return text.includes(`/de/products/${product.handle}`) ? [path] : [];
  });
  return [...shown, ...(await Promise.all(texts)).flat()];
}

for (const [how, withdraw] of WITHDRAWALS) {
  test(`What is ${how} leaves every page within seconds, and is neither added, raised nor ordered`, async ({
    shopkeeper,
    storeApi,
    request,
  }) => {
    const product = await shopkeeper.createProduct({ prices: HIGH_PRICES });
    await expect
      .poll(() => listAppearances(request, product), FRESH_WITHIN)
      .toEqual(["its page", ...listExpectedPages(product)]);
    const browser = new HttpBrowser();
    const page = await browser.get(`/de/products/${product.handle}`);
    await addToCart(browser, product);
    const email = newEmail();
    const review = await goToReview(browser, email);

    await withdraw(shopkeeper, product);
    const refused = await browser.post("/de/checkout?step=review", readForm(review.html, "order"), {});
    expect(readText(refused)).toMatch(
      /no longer for sale\. Please remove it to go on\. It is Tried Thing \w+, Ink\./,
    );
    const listShown = async () => {
      const shown = await listAppearances(request, product);
      // The sitemap covers all countries, and the product is sold in another.
      return how.startsWith("without a price") ? shown.filter((path) => path !== "/sitemap.xml") : shown;
    };
    await expect.poll(listShown, FRESH_WITHIN).toEqual([]);

    const cart = await browser.get("/de/cart");
    expect(readText(cart)).toContain("No longer available. Please remove it.");
    expect(readText(cart)).not.toContain("Go to checkout");
    expect(cart.html).not.toContain('name="quantity"');
    expect(readText(await browser.get("/de/checkout?step=review"))).not.toContain("Place order");

    // The backend itself refuses it, whoever asks.
    const path = `/store/carts/${browser.cookies.get("__Host-cart")}`;
    const { body } = await storeApi.get<{ cart: { items: { id: string }[] } }>(path);
    const line = `${path}/line-items/${body.cart.items[0]?.id}`;
    const item = { variant_id: product.variantIds[0], quantity: 1 };
    for (const [asked, data] of [
      [`${path}/line-items`, item],
      [line, { quantity: 2 }],
      [`${path}/complete`, {}],
      ["/store/carts", { items: [item], region_id: (body.cart as { region_id?: string }).region_id }],
    ] as const) {
      const response = await storeApi.post<{ code?: string }>(asked, { body: data });
      expect([response.status, response.body.code], asked.replace(path, "")).toEqual([400, "not_for_sale"]);
    }

    // A page that was open before the withdrawal.
    const typed = { "option:Colour": "Ink", then: "cart" };
    const late = await browser.post(`/de/products/${product.handle}`, readForm(page.html, "handle"), typed);
    expect(readText(late)).toContain("We no longer sell this here.");
    expect(late.html).toContain('href="/de/store"');

    const { html } = await browser.submit("/de/cart", `remove ${body.cart.items[0]?.id}`, {});
    expect(html).toContain("empty-cart-message");
  });
}

test("A product that is republished can be ordered from a cart that still has it", async ({ shopkeeper }) => {
  const product = await shopkeeper.createProduct();
  const browser = new HttpBrowser();
  await addToCart(browser, product);
  const review = await goToReview(browser, newEmail());
  await shopkeeper.post(`/products/${product.id}`, { status: "draft" });
  const refused = await browser.post("/de/checkout?step=review", readForm(review.html, "order"), {});
  expect(refused.location).toBe("/de/checkout?step=review");
  await shopkeeper.post(`/products/${product.id}`, { status: "published" });
  expect((await placeOrder(browser)).location).toMatch(/\/confirmed$/);
});

test("Variants recreated under the same handle can be added from a page with the old ones", async ({
  shopkeeper,
}) => {
  const old = await shopkeeper.createProduct({ colours: ["Ink", "Rust", "Teal"] });
  const browser = new HttpBrowser();
  const page = `/de/products/${old.handle}`;
  const form = readForm((await browser.get(page)).html, "handle");
  await shopkeeper.delete(`/products/${old.id}`);
  await shopkeeper.createProduct({ handle: old.handle, title: old.title, colours: ["Ink", "Teal"] });
  const added = await browser.post(page, form, { "option:Colour": "Teal", then: "cart" });
  expect(added.location).toBe("/de/cart");
  expect(readText(added)).toContain("Teal");
  expect(readText(added)).not.toContain("No longer available");

  const refused = await browser.post(page, form, { "option:Colour": "Rust", then: "cart" });
  expect(readText(refused)).toContain("Colour Rust is no longer available. Please choose another.");
});
