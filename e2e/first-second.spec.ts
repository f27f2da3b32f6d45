import type { Page, Route } from "@playwright/test";
import { expect, test } from "./fixtures";
import { type Guest, SCARF } from "./guest";

type Held = {
  /** How many requests have been held back so far. */
  count: () => number;
  release: () => void;
  /** Cuts the line under those that are on their way there. */
  cut: () => void;
};

/**
 * Holds requests back until they are let go: on their way there, so that the server does not know of them yet, or on
 * their way back, so that it has done what the browser does not know of.
 */
async function hold(
  page: Page,
  isHeld: (route: Route) => boolean,
  side: "request" | "answer",
): Promise<Held> {
  let settle: (isCut: boolean) => void = () => {};
  let isDecided = false;
  let count = 0;
  const decided = new Promise<boolean>((resolve) => (settle = resolve));
  await page.route("**/*", async (route) => {
    if (isDecided || !isHeld(route)) return route.fallback();
    count += 1;
    if (side === "request") return (await decided) ? route.abort("connectionfailed") : route.continue();
    const response = await route.fetch();
    await decided;
    return route.fulfill({ response });
  });
  const decide = (isCut: boolean) => {
    isDecided = true;
    settle(isCut);
  };
  return { count: () => count, release: () => decide(false), cut: () => decide(true) };
}

const BEANIE = { handle: "porters-beanie", options: { Colour: "Oat" } };

const isChange = (route: Route) => route.request().method() === "POST";
const isLook = (route: Route) => route.request().url().endsWith("/api/shopper");
const isCartPage = (route: Route) => new URL(route.request().url()).pathname === "/us/cart";

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
}

/** Somebody with one scarf in the cart, on the page of another thing. */
async function chooseSecondThing(ada: Guest): Promise<void> {
  await ada.add();
  await ada.open(BEANIE);
}

const addSecondThing = (page: Page) => press(page, "Add to cart");

for (const side of ["request", "answer"] as const) {
  test(`The checkout that is pressed while the ${side} of an add is under way waits for it, and has it`, async ({
    guest,
  }) => {
    const ada = await guest();
    const { page } = ada;
    await ada.open(SCARF);
    const product = page.url();
    const held = await hold(page, isChange, side);
    await press(page, "Add to cart");
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

test("At a robot's speed the checkout has what was added, from the drawer and from the header", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  for (const way of ["checkout", "cart", "header"] as const) {
    await ada.open(SCARF);
    await press(page, "Add to cart");
    if (way === "checkout") await ada.drawer.getByRole("link", { name: "Checkout" }).click();
    else if (way === "cart") await ada.drawer.getByRole("link", { name: "View cart" }).click();
    else await ada.cartLink.dispatchEvent("click");
    await page.waitForURL(way === "checkout" ? /\/us\/checkout\?step=address$/ : /\/us\/cart$/);
    await expect(page.getByRole("main").getByText("The Attendant's Scarf").first()).toBeVisible();
    await expect(ada.shown("cart-total")).not.toHaveText("$0.00");
  }
  await expect(ada.cartLink).toHaveText("Cart (3)");
});

test("The checkout that waited for an add which got lost stays here, beside the message", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.open(SCARF);
  const held = await hold(page, isChange, "request");
  await press(page, "Add to cart");
  await ada.drawer.getByRole("link", { name: "Checkout" }).click();
  held.cut();
  await expect(ada.drawer.getByRole("alert")).toContainText("Nothing is lost");
  await expect(page).toHaveURL(/\/us\/products\//);
  await expect(ada.emptyCart).toBeVisible();
});

test("A code that is sent while a quantity is under way is sent after it, and both count", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.add();
  await page.goto("/us/cart");
  await ada.waitForScript();
  const held = await hold(page, isChange, "request");
  await page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" }).selectOption("3");
  await page.getByText("Add a promotion code").click();
  await ada.field("Promotion code").fill("WELCOME10");
  await press(page, "Apply");
  await expect(page.getByRole("button", { name: "Apply" })).toHaveAttribute("aria-busy", "true");
  expect(held.count()).toBe(1);
  held.release();
  await expect(ada.shown("discount-row")).toContainText("WELCOME10");
  await expect(ada.shown("cart-subtotal")).toHaveText("$354.00");
  await expect(ada.shown("cart-discount")).toHaveText("−$35.40");
});

test("A country that is chosen while an add is under way takes it along", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.open(SCARF);
  const held = await hold(page, isChange, "request");
  await press(page, "Add to cart");
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
  await chooseSecondThing(ada);
  const held = await hold(page, isCartPage, "answer");
  await ada.cartLink.click();
  await expect.poll(held.count).toBe(1);
  await addSecondThing(page);
  await expect(ada.cartLink).toHaveText("Cart (2)");
  held.release();
  await page.waitForURL(/\/us\/cart$/);
  await expect(page.getByTestId("product-row").filter({ visible: true })).toHaveCount(2);
  await ada.settle();
  await expect(ada.cartLink).toHaveText("Cart (2)");
  const cart = page.getByTestId("cart-container").filter({ visible: true });
  await expect(cart.getByTestId("cart-subtotal")).toHaveText("$166.00");
});

test("A look at the cart that was read before an add, and arrives after it, changes nothing", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.add();
  const held = await hold(page, isLook, "answer");
  await ada.open(BEANIE);
  await expect.poll(held.count).toBe(1);
  await expect(ada.cartLink).not.toHaveText("Cart (0)");
  await addSecondThing(page);
  await expect(ada.cartLink).toHaveText("Cart (2)");
  held.release();
  await ada.settle();
  await expect(ada.cartLink).toHaveText("Cart (2)");
  await expect(ada.drawer.getByTestId("cart-item")).toHaveCount(2);
});

test("A cart that cannot be reached is not said to be empty, and is there when it can be", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.add();
  const away = (route: Route) => (isLook(route) || isChange(route) ? route.abort() : route.fallback());
  await page.route("**/*", away);
  await ada.open(BEANIE);
  await expect(ada.cartLink).toHaveText("Cart (?)");
  await addSecondThing(page);
  await expect(ada.drawer.getByText("We cannot reach the shop right now")).toBeVisible();
  await expect(ada.emptyCart).toHaveCount(0);
  await page.unroute("**/*", away);
  await ada.drawer.getByRole("button", { name: "Try again" }).click();
  await expect(ada.drawer.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (1)");
});
