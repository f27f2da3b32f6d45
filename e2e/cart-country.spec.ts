import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser } from "./support/http-browser";
import { addToCart, readText } from "./support/http-checkout";
import { newEmail, type MedusaStoreApi } from "./support/medusa-store-api";

type CartCountry = {
  currency_code: string;
  region: { currency_code: string };
  shipping_address: { country_code: string };
};

async function readCartCountry(storeApi: MedusaStoreApi, browser: HttpBrowser): Promise<string[]> {
  const path = `/store/carts/${browser.cookies.get("__Host-cart")}?fields=currency_code,region.currency_code,shipping_address.country_code`;
  const { cart } = (await storeApi.get<{ cart: CartCountry }>(path)).body;
  return [cart.currency_code, cart.region.currency_code, cart.shipping_address.country_code];
}

const AMERICAN = ["usd", "usd", "us"];
const GERMAN = ["eur", "eur", "de"];

const switchTo = (browser: HttpBrowser, country: string) =>
  browser.submit("/us/store", "path", { country, path: "/us/store" });

test("A cart with something that a country does not sell asks whether to leave it behind or to stay, and is in one country or the other", async ({
  shopkeeper,
  storeApi,
}) => {
  const usOnly = await shopkeeper.createProduct({ title: "Tried Stetson", prices: { usd: 50 } });
  const everywhere = await shopkeeper.createProduct({ title: "Tried Beret" });
  const browser = new HttpBrowser();
  await addToCart(browser, { ...usOnly, country: "us" });
  await addToCart(browser, { ...everywhere, country: "us" });

  const response = await switchTo(browser, "de");
  expect(response.location).toBe("/de/cart");
  expect(readText(response)).toMatch(/These are not sold in Germany: Tried Stetson, Ink /);
  expect(response.html).toContain('href="/us/cart"');
  expect(readText(response)).toContain("Stay in United States");
  expect(await readCartCountry(storeApi, browser)).toEqual(AMERICAN);

  // Another product is added before the question is answered.
  const added = await addToCart(browser, everywhere);
  expect(readText(added)).toContain("Not everything in your cart is sold in that country.");
  expect(await readCartCountry(storeApi, browser)).toEqual(AMERICAN);
  expect(readText(await browser.get("/us/cart"))).toMatch(/Tried Stetson.*Tried Beret/);

  const moved = await browser.submit("/de/cart", "bring-cart", {});
  expect(moved.location).toBe("/de/cart");
  expect(readText(moved)).toContain("Tried Beret");
  expect(readText(moved)).not.toContain("Tried Stetson");
  expect(await readCartCountry(storeApi, browser)).toEqual(GERMAN);
});

test("A cart of which a country sells nothing can be left for an empty one, or stay", async ({
  shopkeeper,
  storeApi,
}) => {
  const usOnly = await shopkeeper.createProduct({ title: "Tried Stetson", prices: { usd: 50 } });
  const browser = new HttpBrowser();
  await addToCart(browser, { ...usOnly, country: "us" });
  const response = await switchTo(browser, "de");
  expect(readText(response)).toContain("Nothing in it is sold in Germany: Tried Stetson, Ink");
  expect((await switchTo(browser, "us")).location).toBe("/us/store");
  expect(readText(await browser.get("/us/cart"))).toContain("Tried Stetson");
  expect((await browser.submit("/de/cart", "bring-cart", {})).html).toContain("empty-cart-message");
  expect(await readCartCountry(storeApi, browser)).toEqual(GERMAN);
});

test("A cart of another country can be moved from the page that reports it", async ({
  shopkeeper,
  storeApi,
}) => {
  const everywhere = await shopkeeper.createProduct({ title: "Tried Beret" });
  const browser = new HttpBrowser();
  await addToCart(browser, { ...everywhere, country: "us" });
  for (const path of ["/de/cart", "/de/checkout"]) {
    const page = await browser.get(path);
    expect(readText(page)).toContain("Your cart is in another shop");
    expect(readText(page)).toContain("Bring it to Germany");
  }
  const moved = await browser.submit("/de/checkout", "bring-cart", {});
  expect(readText(moved)).toMatch(/Tried Beret.*€50\.00/);
  expect(await readCartCountry(storeApi, browser)).toEqual(GERMAN);
});

test("The backend moves a cart completely or not at all, and never removes a line of another cart", async ({
  shopkeeper,
  storeApi,
}) => {
  const usOnly = await shopkeeper.createProduct({ prices: { usd: 50 } });
  const everywhere = await shopkeeper.createProduct();
  const [browser, other] = [new HttpBrowser(), new HttpBrowser()];
  await addToCart(browser, { ...usOnly, country: "us" });
  await addToCart(other, { ...everywhere, country: "us" });
  const path = `/store/carts/${browser.cookies.get("__Host-cart")}`;
  type Regions = { regions: { id: string; currency_code: string }[] };
  const { regions } = (await storeApi.get<Regions>("/store/regions")).body;
  const region_id = regions.find(({ currency_code }) => currency_code === "eur")?.id;
  const body = { region_id, shipping_address: { country_code: "de" } };
  for (const [asked, data] of [
    [path, body],
    [`${path}/move`, { country_code: "de" }],
  ] as const) {
    const refused = await storeApi.post<{ code: string }>(asked, { body: data });
    expect([refused.status, refused.body.code]).toEqual([400, "not_for_sale"]);
    expect(await readCartCountry(storeApi, browser)).toEqual(AMERICAN);
  }

  type Items = { cart: { items: { id: string }[] } };
  const others = `/store/carts/${other.cookies.get("__Host-cart")}`;
  const remove_item_ids = (await storeApi.get<Items>(others)).body.cart.items.map(({ id }) => id);
  await storeApi.post(`${path}/move`, { body: { country_code: "us", remove_item_ids } });
  expect((await storeApi.get<Items>(others)).body.cart.items).toHaveLength(1);
});

test("At sign-in the customer's cart comes to the guest's country, and what is not sold there is named", async ({
  shopkeeper,
}) => {
  const usOnly = await shopkeeper.createProduct({ title: "Tried Stetson", prices: { usd: 50 } });
  const everywhere = await shopkeeper.createProduct({ title: "Tried Beret" });
  const own = new HttpBrowser();
  const email = newEmail();
  const password = `hang-up-the-coat-${Date.now()}`;
  const account = { firstName: "Ida", lastName: "Tried", email, password };
  expect((await own.submit("/us/register", "password", account)).location).toBe("/us/account");
  await addToCart(own, { ...usOnly, country: "us" });
  await addToCart(own, { ...everywhere, country: "us" });

  const browser = new HttpBrowser();
  await addToCart(browser, everywhere);
  await browser.submit("/de/login", "password", { email, password });
  const cart = readText(await browser.get("/de/cart"));
  expect(cart).toContain("Tried Stetson, Ink: no longer sold here, so it is not in your cart.");
  expect(cart).toMatch(/Tried Beret.*€100\.00/);
});
