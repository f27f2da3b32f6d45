/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import type { Page } from "@playwright/test";
import { openDatabase, closeDatabase } from "./support/storefront-db";
import { expect, test as base } from "./support/fixtures";

/** The sessions' database, which a test can close; it is open again after each test. */
const test = base.extend<{ database: { shut: () => Promise<void>; open: () => Promise<void> } }>({
  database: async ({}, provide) => {
    await provide({ shut: closeDatabase, open: openDatabase });
    await openDatabase();
  },
});

const PERSONAL_PAGES = [
  "/us/account",
  "/us/account/orders",
  "/us/account/security",
  "/us/cart",
  "/us/checkout",
];

/**
 * Names of all cookies except the fresh cookie, which expires with the session token's freshness, and the one with which
 * each page finds out for a moment whether the browser keeps cookies.
 */
async function listLastingCookies(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name }) => name).filter((name) => !/cloakroom-young$|^cookie-probe$/u.test(name));
}

test("While the sessions' database is away nobody is signed out, nothing personal is shown, and the shop stays open", async ({
  shopper,
  database,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.addToCart();
  const before = await listLastingCookies(page);
  await database.shut();
  for (const path of PERSONAL_PAGES) {
    await page.goto(path);
    await expect(
      page.getByRole("main").getByText("cannot reach the shop right now. Nothing is lost"),
      path,
    ).toBeVisible();
    await expect(page.getByRole("main").getByRole("button", { name: "Sign in" }), path).toHaveCount(0);
    const { firstName, email } = ida.identity;
    for (const text of [firstName, email]) await expect(page.locator("body"), path).not.toContainText(text);
  }
  expect((await page.request.get("/api/shopper")).status()).toBe(503);
  await page.goto("/us/products/attendants-scarf");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByTestId("session-ended")).toHaveCount(0);

  await database.open();
  expect(await listLastingCookies(page)).toEqual(before);
  await ida.openAccount();
  await expect(ida.cartLink).toHaveText("Cart (1)");
});

test("Without the sessions' database a guest goes on buying", async ({ guest, database }) => {
  const ada = await guest();
  const { page } = ada;
  await database.shut();
  await ada.addToCart();
  await page.goto("/us/cart");
  await expect(ada.getVisible("cart-subtotal")).toBeVisible();
});
