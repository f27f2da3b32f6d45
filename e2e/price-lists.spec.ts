import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import type { TestProduct } from "./support/test-product";
import { MedusaStoreApi } from "./support/medusa-store-api";

/** A minute is promised; the backend checks every five seconds. */
const FRESH_WITHIN = { timeout: 60_000, intervals: [500] };

const readPage = async (request: APIRequestContext, { handle }: TestProduct) =>
  (await request.get(`/us/products/${handle}`)).text();

/** The price on the page, and the original price if reduced. */
async function readPagePrice(request: APIRequestContext, product: TestProduct): Promise<string> {
  const html = await readPage(request, product);
  const price = /data-testid="product-price" data-value="([\d.]+)"/.exec(html)?.[1];
  const original = /data-testid="original-product-price" data-value="([\d.]+)"/.exec(html)?.[1];
  return original ? `${price} before ${original}` : String(price);
}

/** The price in a new cart, and the original price if reduced. */
async function readCartPrice(storeApi: MedusaStoreApi, { variantId }: TestProduct): Promise<string> {
  const { body: found } = await storeApi.get<{ regions: { id: string; currency_code: string }[] }>(
    "/store/regions",
  );
  const region = found.regions.find(({ currency_code }) => currency_code === "usd");
  const items = [{ variant_id: variantId, quantity: 1 }];
  type Line = { unit_price: number; compare_at_unit_price: number | null };
  const { body } = await storeApi.post<{ cart: { items: Line[] } }>("/store/carts", {
    body: { region_id: region?.id, items },
  });
  const [line] = body.cart.items;
  const { unit_price, compare_at_unit_price: original } = line ?? {
    unit_price: 0,
    compare_at_unit_price: null,
  };
  return original ? `${unit_price} before ${original}` : String(unit_price);
}

test("A price list begins and ends on the page as it does in the cart, without anybody editing anything", async ({
  request,
  catalog,
}) => {
  const storeApi = new MedusaStoreApi(request);
  const create = (price: number) => catalog.createProduct({ price });
  const reduced = await create(100);
  const overridden = await create(200);
  const ending = await create(300);
  const brief = await create(400);
  const products = [reduced, overridden, ending, brief];
  const boundary = Date.now() + 15_000;
  const at = (time: number) => new Date(time).toISOString();
  await catalog.editAndWait(products, async () => {
    await catalog.createPriceList([[reduced, 81]], { starts_at: at(boundary) });
    await catalog.createPriceList([[overridden, 250]], { starts_at: at(boundary), type: "override" });
    await catalog.createPriceList([[ending, 123]], { ends_at: at(boundary) });
    // Shorter than the promised minute: pages need not show this price, but must not show it after its end.
    await catalog.createPriceList([[brief, 321]], {
      starts_at: at(boundary),
      ends_at: at(boundary + 5_000),
    });
  });
  const expectPrices = async (expected: string[]) => {
    const read = async () => ({
      page: await Promise.all(products.map((product) => readPagePrice(request, product))),
      cart: await Promise.all(products.map((product) => readCartPrice(storeApi, product))),
    });
    await expect.poll(read, FRESH_WITHIN).toEqual({ page: expected, cart: expected });
  };
  await expectPrices(["100", "200", "123 before 300", "400"]);
  await expectPrices(["81 before 100", "250", "300", "400"]);
  const search = `/us/search?q=${reduced.title.split(" ").at(-1)}`;
  await expect
    .poll(async () => (await request.get(search)).text(), FRESH_WITHIN)
    .toMatch(/Reduced.*\$81\.00/s);
});

test("Page and cart agree on the price when a price list changes, loses the product or is deleted", async ({
  request,
  catalog,
}) => {
  const storeApi = new MedusaStoreApi(request);
  const products = [
    await catalog.createProduct({ price: 100 }),
    await catalog.createProduct({ price: 200 }),
  ] as const;
  const [one, other] = products;
  const both = async () => {
    const shown = await Promise.all(products.map((product) => readPagePrice(request, product)));
    expect(shown).toEqual(await Promise.all(products.map((product) => readCartPrice(storeApi, product))));
    return shown;
  };
  let list = { id: "" };
  await catalog.editAndWait(products, async () => {
    list = await catalog.createPriceList([[one, 81]], {});
    const create = [{ variant_id: other.variantId, currency_code: "usd", amount: 150 }];
    await catalog.post(`/price-lists/${list.id}/prices/batch`, { create });
  });
  expect(await both()).toEqual(["81 before 100", "150 before 200"]);
  await catalog.editAndWait([one], () =>
    catalog.post(`/price-lists/${list.id}/products`, { remove: [one.id] }),
  );
  expect(await both()).toEqual(["100", "150 before 200"]);
  await catalog.editAndWait([other], () => catalog.post(`/price-lists/${list.id}`, { status: "draft" }));
  expect(await both()).toEqual(["100", "200"]);
  await catalog.editAndWait([other], () => catalog.post(`/price-lists/${list.id}`, { status: "active" }));
  expect(await both()).toEqual(["100", "150 before 200"]);
  await catalog.editAndWait([other], () => catalog.delete(`/price-lists/${list.id}`));
  expect(await both()).toEqual(["100", "200"]);
});

test("A shopper of a group sees the group's price on the page, in lists, at the click and in the cart; nobody else does", async ({
  shopper,
  request,
  catalog,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const product = await catalog.createProduct({ price: 100 });
  const asked: string[] = [];
  page.on("request", (each) => asked.push(new URL(each.url()).pathname));
  await ida.openProduct({ handle: product.handle });
  await expect(ida.accountLink).toHaveAccessibleName(`Account of ${ida.identity.firstName}`);
  await expect(page.getByTestId("product-price")).toHaveText("$100.00");
  expect(asked).not.toContain("/api/prices");

  const group = await catalog.createCustomerGroup(ida.identity.email);
  await catalog.editAndWait([product], () =>
    catalog.createPriceList([[product, 60]], { rules: { "customer.groups.id": [group.id] } }),
  );
  await ida.openProduct({ handle: product.handle });
  await expect(page.getByTestId("product-price")).toHaveText("$60.00");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(ida.drawer.getByRole("listitem")).toContainText("$60.00");
  await expect(ida.drawer.getByTestId("cart-subtotal")).toHaveText("$60.00");
  await ida.waitForCart();
  await page.goto("/us/cart");
  await expect(page.getByRole("main").getByTestId("product-price")).toHaveText("$60.00");
  await page.goto(`/us/search?q=${product.title.split(" ").at(-1)}`);
  const card = page.getByTestId("search-results").getByRole("link", { name: product.title });
  await expect(card.getByTestId("price")).toHaveText("$60.00");
  expect(await readPagePrice(request, product)).toBe("100");
});
