import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser } from "./support/http-browser";
import { openPage } from "./support/displayed-totals";
import { findVariantId } from "./support/place-order-via-api";
import { SCARF } from "./support/guest";
import type { MedusaStoreApi } from "./support/medusa-store-api";

type Region = { id: string; countries: { iso_2: string }[] };

const STEPS = ["address", "delivery", "payment", "review"];

/** A browser whose cart lacks only its payment. */
async function createCartBrowser(
  storeApi: MedusaStoreApi,
  region_id: string,
  country_code: string,
): Promise<HttpBrowser> {
  const address = {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "1 Hook Lane",
    city: "Here",
    postal_code: "1012 AB",
    country_code,
  };
  const response = await storeApi.post<{ cart: { id: string } }>("/store/carts", {
    body: {
      region_id,
      email: "gone-region@cloakroom.test",
      items: [{ variant_id: await findVariantId(storeApi, SCARF.handle), quantity: 2 }],
      shipping_address: address,
      billing_address: address,
    },
  });
  expect(response.status, JSON.stringify(response.body)).toBe(200);
  const { id } = response.body.cart;
  type Options = { shipping_options: { id: string }[] };
  const { body } = await storeApi.get<Options>(`/store/shipping-options?cart_id=${id}`);
  const [option] = body.shipping_options;
  if (option) await storeApi.post(`/store/carts/${id}/shipping-methods`, { body: { option_id: option.id } });
  const browser = new HttpBrowser();
  browser.takeCart(id);
  return browser;
}

async function expectCartPagesToWork(browser: HttpBrowser, country: string): Promise<void> {
  const steps = STEPS.map((step) => `/${country}/checkout?step=${step}`);
  for (const path of [`/${country}/cart`, `/${country}/checkout`, ...steps]) await openPage(browser, path);
  const shopper = await browser.get("/api/shopper");
  expect(shopper.status).toBe(200);
  expect(JSON.parse(shopper.html)).toMatchObject({ cart: { lines: [{ quantity: 2 }] } });
}

test("A country without a region breaks no page: nothing is sold there, and carts are kept", async ({
  shopkeeper,
  storeApi,
}) => {
  const { regions } = await shopkeeper.get<{ regions: Region[] }>("/regions?fields=id,*countries&limit=100");
  const europe = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === "nl"));
  if (!europe) throw new Error("Nobody sells to the Netherlands.");
  const countries = europe.countries.map(({ iso_2 }) => iso_2);
  const browser = await createCartBrowser(storeApi, europe.id, "nl");
  try {
    await shopkeeper.post(`/regions/${europe.id}`, { countries: countries.filter((code) => code !== "nl") });
    await expectCartPagesToWork(browser, "nl");
    for (const path of ["/nl", "/nl/store", "/nl/search?q=scarf"]) await openPage(browser, path);
    // A page that is not prerendered yet.
    expect((await browser.get("/nl/products/attendants-scarf-nowhere")).status).toBe(404);
  } finally {
    await shopkeeper.post(`/regions/${europe.id}`, { countries });
  }
});

test("A deleted region breaks no page of a cart that was created in it", async ({ shopkeeper, storeApi }) => {
  const { region } = await shopkeeper.post<{ region: { id: string } }>("/regions", {
    name: "Tried Region",
    currency_code: "usd",
    countries: ["is"],
    payment_providers: ["pp_system_default"],
  });
  const browser = await createCartBrowser(storeApi, region.id, "is");
  await shopkeeper.delete(`/regions/${region.id}`);
  await expectCartPagesToWork(browser, "us");
});
