import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { expectAccessible } from "./support/accessibility";
import { AMERICAN } from "./support/addresses";
import { type Guest, SCARF } from "./support/guest";
import { signRevalidation } from "./support/revalidation-signature";

/* oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
test.use({ baseURL: async ({}, provide) => provide(environment.secondBaseUrl) });

test.describe.configure({ mode: "default" });

const CATALOG_PAGES = [
  "/us",
  "/us/store",
  "/jp/store?sortBy=price_desc&page=3",
  "/us/categories/hats",
  "/gb/collections/city-rain",
  "/us/products/attendants-scarf",
];

/** Opens the cart page with a product in it. */
async function openCart(ada: Guest): Promise<Guest["page"]> {
  await ada.fillCart();
  await ada.page.goto("/us/cart");
  return ada.page;
}

for (const kind of ["refuse", "unavailable"] as const) {
  test(`While the backend answers with "${kind}", every page of the catalogue goes on`, async ({
    page,
    outage,
  }) => {
    // Other sorts, further pages, searches and filtered lists are kept once they have been asked for.
    await page.goto("/jp/store?sortBy=price_desc&page=3");
    await page.goto("/us/search?q=wool");
    await page.goto("/us/store?colour=moss");
    await outage.begin(kind);
    for (const path of CATALOG_PAGES) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await expect(
        page.getByTestId("price").or(page.getByTestId("product-price")).first(),
        path,
      ).toBeVisible();
    }
    await page.goto("/us/search?q=wool");
    await expect(page.getByTestId("search-results").getByRole("link").first()).toBeVisible();
    await page.goto("/us/store?colour=moss");
    await expect(page.getByTestId("products-list").getByRole("link").first()).toBeVisible();
  });
}

test("A page that was edited right before the backend failed stays up, and is updated when the backend is back", async ({
  request,
  outage,
  backend,
  product,
}) => {
  const path = `/us/products/${product.handle}`;
  const read = async () => {
    const response = await request.get(path);
    return { status: response.status(), html: await response.text() };
  };
  expect((await read()).html).toContain(product.title);
  await outage.begin();
  await backend.renameProduct(product, `Renamed ${product.title}`);
  // The backend notifies the first storefront only.
  const data = JSON.stringify({ events: [{ type: "product", id: product.id }] });
  const headers = { ...signRevalidation(data), "content-type": "application/json" };
  const notified = await request.post("/api/revalidate", { headers, data: Buffer.from(data) });
  expect(notified.status()).toBe(200);
  for (const visit of ["first", "second"]) {
    const { status, html } = await read();
    expect(status, visit).toBe(200);
    expect(html, visit).toContain(product.title);
    expect(html, visit).not.toContain("Renamed");
  }
  await outage.end();
  await expect.poll(async () => (await read()).html, { timeout: 10_000 }).toContain("Renamed");
});

test("Cart and checkout say that the backend is away, and everything is there when it is back", async ({
  guest,
  outage,
}) => {
  const ada = await guest();
  const page = await openCart(ada);
  await outage.begin();
  await page.goto("/us/cart");
  await expect(page.getByRole("heading", { level: 1, name: "We cannot fetch your cart" })).toBeVisible();
  await expectAccessible(page, "a cart that cannot be fetched");
  await page.goto("/us/checkout?step=address");
  await expect(
    page.getByRole("heading", { level: 1, name: "The checkout is closed for a moment" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByText("Nothing is lost")).toBeVisible();

  await outage.end();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(ada.field("E-mail")).toBeVisible();
  await page.goto("/us/cart");
  await expect(page.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (1)");
});

test("A cart change that fails is undone with a message, and works once the backend is back", async ({
  guest,
  outage,
}) => {
  const ada = await guest();
  const page = await openCart(ada);
  await outage.begin();
  const quantity = page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" });
  await quantity.selectOption("3");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing is lost" })).toBeVisible();
  await expect(quantity).toHaveValue("1");
  await expect(ada.cartLink).toHaveText("Cart (1)");

  await outage.end();
  await quantity.selectOption("3");
  await expect(ada.getVisible("cart-subtotal")).toHaveText("$354.00");
});

test("An add that fails is undone with a message", async ({ guest, outage }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct(SCARF);
  await outage.begin("unavailable");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(ada.drawer.getByRole("alert")).toContainText("Nothing is lost; please try again in a moment.");
  await expect(ada.cartLink).toHaveText("Cart (0)");
});

test("An address that is typed during an outage is kept, and sent again with one press", async ({
  guest,
  outage,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us/checkout");
  await ada.fillContact(AMERICAN);
  await outage.begin();
  const next = page.getByRole("button", { name: "Continue to delivery" });
  await next.click();
  const message = page.getByRole("main").getByRole("alert");
  await expect(message).toContainText("please try again in a moment");
  await expect(message).toBeFocused();
  await expect(ada.field("Apartment, floor, c/o")).toHaveValue("Floor 86");
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("NY");

  await outage.end();
  await next.click();
  await expect(page).toHaveURL("/us/checkout?step=delivery");
});

test("An order that is sent during an outage is not placed, and placed once when it is sent again", async ({
  guest,
  outage,
  backend,
}) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await outage.begin();
  await ada.placeOrderButton.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("please try again in a moment");
  expect(await backend.listOrders(email)).toEqual([]);
  await outage.end();
  const id = await ada.placeOrder();
  expect((await backend.listOrders(email)).map((order) => order.id)).toEqual([id]);
});

test("A confirmation that cannot be fetched says that the order is safe", async ({ guest, outage }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await ada.placeOrder();
  await outage.begin();
  await page.reload();
  await expect(
    page.getByRole("heading", { level: 1, name: "Your order is safe; its page is not ready" }),
  ).toBeVisible();
  await outage.end();
  await page.getByRole("link", { name: "Try again" }).click();
  await ada.waitForConfirmation();
});

test("A backend that is silent counts as away, and the page does not wait for it for ever", async ({
  guest,
  outage,
}) => {
  const ada = await guest();
  const page = await openCart(ada);
  await outage.begin("hang");
  await page.goto("/us/cart", { timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1, name: "We cannot fetch your cart" })).toBeVisible();
});

test("The health report says which part is away", async ({ request, outage }) => {
  expect((await request.get("/api/health")).status()).toBe(200);
  await outage.begin();
  const response = await request.get("/api/health");
  expect(response.status()).toBe(503);
  expect(await response.json()).toMatchObject({
    ok: false,
    storefront: "up",
    backend: "down",
    database: "up",
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("A shopper without JavaScript is told as well, and what was typed comes back", async ({
    guest,
    outage,
  }) => {
    const ada = await guest();
    const { page } = ada;
    await ada.openProduct(SCARF);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.goto("/us/checkout");
    await ada.fillContact(AMERICAN);
    await outage.begin();
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await expect(page.getByText("Nothing is lost")).toBeVisible();
    await outage.end();
    await page.goto("/us/cart");
    await expect(page.getByRole("main").getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  });
});
