import type { Page, Route } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { type Guest, SCARF } from "./support/guest";
import { holdRequests } from "./support/held-requests";

const BEANIE = { handle: "porters-beanie", options: { Colour: "Oat" } };

const isChange = (route: Route) => route.request().method() === "POST";
const isShopperRequest = (route: Route) => route.request().url().endsWith("/api/shopper");
const isCartPage = (route: Route) => new URL(route.request().url()).pathname === "/us/cart";

async function clickButton(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
}

/** One product in the cart, another product's page open. */
async function openSecondProduct(ada: Guest): Promise<void> {
  await ada.addToCart();
  await ada.openProduct(BEANIE);
}

const addSecondProduct = (page: Page) => clickButton(page, "Add to cart");

for (const direction of ["request", "response"] as const) {
  test(`The checkout that is pressed while the ${direction} of an add is under way waits for it, and has it`, async ({
    guest,
  }) => {
    const ada = await guest();
    const { page } = ada;
    await ada.openProduct(SCARF);
    const product = page.url();
    const held = await holdRequests(page, isChange, direction);
    await clickButton(page, "Add to cart");
    const checkout = ada.drawer.getByRole("link", { name: "Checkout" });
    await checkout.click();
    await expect(checkout).toHaveAttribute("aria-busy", "true");
    await expect(ada.drawer.getByTestId("cart-subtotal")).toHaveText("…");
    expect(page.url()).toBe(product);
    held.release();
    await page.waitForURL(/\/us\/checkout\?step=address$/);
    await expect(ada.field("E-mail")).toBeVisible();
    // The drawer may still be closing.
    await expect(page.getByTestId("checkout-container").getByTestId("cart-subtotal")).toHaveText("$118.00");
  });
}

test("A click right after an add leads to a cart or checkout with the added product, from the drawer and the header", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  for (const link of ["checkout", "cart", "header"] as const) {
    await ada.openProduct(SCARF);
    await clickButton(page, "Add to cart");
    if (link === "checkout") await ada.drawer.getByRole("link", { name: "Checkout" }).click();
    else if (link === "cart") await ada.drawer.getByRole("link", { name: "View cart" }).click();
    else await ada.cartLink.dispatchEvent("click");
    await page.waitForURL(link === "checkout" ? /\/us\/checkout\?step=address$/ : /\/us\/cart$/);
    await expect(page.getByRole("main").getByText("The Attendant's Scarf").first()).toBeVisible();
    await expect(ada.getVisible("cart-total")).not.toHaveText("$0.00");
  }
  await expect(ada.cartLink).toHaveText("Cart (3)");
});

test("When the add that a click on Checkout waits for fails, the page stays with the message", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct(SCARF);
  const held = await holdRequests(page, isChange, "request");
  await clickButton(page, "Add to cart");
  await ada.drawer.getByRole("link", { name: "Checkout" }).click();
  held.abort();
  await expect(ada.drawer.getByRole("alert")).toContainText("Nothing is lost");
  await expect(page).toHaveURL(/\/us\/products\//);
  await expect(ada.emptyCart).toBeVisible();
});

test("A code that is submitted during a change of quantity is sent after it, and both take effect", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await page.goto("/us/cart");
  await ada.waitForHydration();
  const held = await holdRequests(page, isChange, "request");
  await page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" }).selectOption("3");
  await page.getByText("Add a promotion code").click();
  await ada.field("Promotion code").fill("WELCOME10");
  await clickButton(page, "Apply");
  await expect(page.getByRole("button", { name: "Apply" })).toHaveAttribute("aria-busy", "true");
  expect(held.count()).toBe(1);
  held.release();
  await expect(ada.getVisible("discount-row")).toContainText("WELCOME10");
  await expect(ada.getVisible("cart-subtotal")).toHaveText("$354.00");
  await expect(ada.getVisible("cart-discount")).toHaveText("−$35.40");
});

test("A change of country during an add waits for it, and keeps the added product", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct(SCARF);
  const held = await holdRequests(page, isChange, "request");
  await clickButton(page, "Add to cart");
  await ada.drawer.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: /^Shipping to/ }).click();
  await page.getByRole("button", { name: /^Germany/ }).click();
  expect(held.count()).toBe(1);
  held.release();
  await page.waitForURL(/\/de\/products\//);
  await expect(ada.cartLink).toHaveText("Cart (1)");
});

test("A cart page that was made before an add, and arrives after it, does not bring the old cart back", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await openSecondProduct(ada);
  const held = await holdRequests(page, isCartPage, "response");
  await ada.cartLink.click();
  await expect.poll(held.count).toBe(1);
  await addSecondProduct(page);
  await expect(ada.cartLink).toHaveText("Cart (2)");
  held.release();
  await page.waitForURL(/\/us\/cart$/);
  await expect(page.getByTestId("product-row").filter({ visible: true })).toHaveCount(2);
  await ada.waitForCart();
  await expect(ada.cartLink).toHaveText("Cart (2)");
  const cart = page.getByTestId("cart-container").filter({ visible: true });
  await expect(cart.getByTestId("cart-subtotal")).toHaveText("$166.00");
});

test("A cart response that was read before an add, and arrives after it, changes nothing", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  const held = await holdRequests(page, isShopperRequest, "response");
  await ada.openProduct(BEANIE);
  await expect.poll(held.count).toBe(1);
  await expect(ada.cartLink).not.toHaveText("Cart (0)");
  await addSecondProduct(page);
  await expect(ada.cartLink).toHaveText("Cart (2)");
  held.release();
  await ada.waitForCart();
  await expect(ada.cartLink).toHaveText("Cart (2)");
  await expect(ada.drawer.getByTestId("cart-item")).toHaveCount(2);
});

test("An unreachable cart is not shown as empty, and is shown once it can be reached", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  const abortShopRequests = (route: Route) =>
    isShopperRequest(route) || isChange(route) ? route.abort() : route.fallback();
  await page.route("**/*", abortShopRequests);
  await ada.openProduct(BEANIE);
  await expect(ada.cartLink).toHaveText("Cart (?)");
  await addSecondProduct(page);
  await expect(ada.drawer.getByText("We cannot reach your cart right now")).toBeVisible();
  await expect(ada.emptyCart).toHaveCount(0);
  await page.unroute("**/*", abortShopRequests);
  await ada.drawer.getByRole("button", { name: "Try again" }).click();
  await expect(ada.drawer.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (1)");
});
