import { expect } from "@playwright/test";
import type { BackendClient, TestProduct } from "../../support/backend-client";
import { environment } from "../../support/environment";
import type { Shopper } from "../../support/shopper";
import { listAuditEvents } from "../../support/storefront-db";
import { itemName } from "../cart";
import { findFaults, parseShopperState } from "../observation";
import { findWrongOrders } from "../orders";
import { BrowserModel, type AccountModel, type ShopperModel } from "../shopper";

/** A browser of the model with the tab that it stands for. */
export class TestBrowser extends BrowserModel {
  readonly person: Shopper;

  constructor(person: Shopper) {
    super(person.identity);
    this.person = person;
  }
}

export type TestShopper = ShopperModel<TestBrowser>;

/** The name by which the model knows a product of this test. It has nothing to choose. */
export function productName({ handle }: TestProduct): string {
  return itemName(handle, "");
}

/** Checks the header of the open page. */
export async function expectHeader(shopper: TestShopper, browser: TestBrowser): Promise<void> {
  const { accountLink, cartLink } = browser.person;
  const { cart, identity } = shopper.ownerOf(browser);
  const count = [...cart.lines.values()].reduce((sum, quantity) => sum + quantity, 0);
  const name = browser.isSignedIn ? `Account of ${identity.firstName}` : "Account";
  await expect(accountLink).toHaveAccessibleName(name);
  await expect(cartLink).toHaveText(`Cart (${count})`);
}

/** Asks the API with the browser's cookies, without touching its page, which may be navigating. */
export async function expectShopperState(shopper: TestShopper, browser: TestBrowser): Promise<void> {
  const sentAt = performance.now();
  const response = await browser.person.context.request.get("/api/shopper");
  const observation = parseShopperState(await response.text());
  const expected = shopper.expected(browser, { sentAt, answeredAt: performance.now() });
  const number = shopper.browsers.indexOf(browser) + 1;
  expect(findFaults(observation, expected), `what /api/shopper shows browser ${number}`).toEqual([]);
}

/** Opens the cart page and checks its lines. */
export async function expectCartPage(
  shopper: TestShopper,
  browser: TestBrowser,
  products: readonly TestProduct[],
): Promise<void> {
  const { page } = browser.person;
  const { lines } = shopper.ownerOf(browser).cart;
  await page.goto("/us/cart");
  for (const product of products) {
    const line = page.getByRole("main").getByRole("combobox", { name: `Quantity of ${product.title}` });
    const quantity = lines.get(productName(product));
    if (quantity === undefined) await expect(line).toHaveCount(0);
    else await expect(line).toHaveValue(String(quantity));
  }
}

/** Checks that the order list of the account shows exactly its orders. */
export async function expectOrdersPage({ page }: Shopper, { orders }: AccountModel): Promise<void> {
  await page.goto("/us/account/orders");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  const links = page.getByRole("main").getByTestId("order-details-link");
  const shown = await links.evaluateAll((all) =>
    all.map((each) => each.getAttribute("href")?.split("/").at(-1)),
  );
  expect(shown.toSorted()).toEqual([...orders].toSorted());
}

/**
 * Checks that the backend has exactly the orders that were placed with the shopper's e-mail address, each with its lines
 * and the right customer, whom the audit log names as well.
 */
export async function expectOrders(
  { account, browsers, placedOrders }: TestShopper,
  backend: BackendClient,
): Promise<void> {
  const emails = [...new Set(browsers.map(({ identity }) => identity.email))];
  expect(await findWrongOrders(environment.medusaDatabaseUrl, placedOrders, emails)).toEqual([]);
  const owner = account ? await backend.getCustomerId(account.identity.email) : null;
  for (const { id, isCustomers } of placedOrders) {
    const customerId = isCustomers ? owner : null;
    const placed = (await listAuditEvents({ orderId: id })).filter(({ type }) => type === "order.placed");
    expect(placed, `who has placed ${id}`).toEqual([expect.objectContaining({ customerId })]);
  }
}
