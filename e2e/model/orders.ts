import { expect } from "@playwright/test";
import type { BackendClient, TestProduct } from "../support/backend-client";
import { listAuditEvents } from "../support/storefront-db";
import type { Shopper } from "../support/shopper";
import type { StoredOrder } from "../support/backend-types";
import type { CartLines } from "./state";

/** Orders expected for one e-mail address: the account's own, and those placed with it while signed out. */
export type ExpectedOrders = {
  account: readonly CartLines[] | null;
  guest: readonly CartLines[];
  products: readonly TestProduct[];
};

/** Checks that the backend has exactly these orders, each with its lines and the right customer. */
export async function expectOrders(
  backend: BackendClient,
  email: string,
  bought: ExpectedOrders,
): Promise<void> {
  const owner = bought.account ? await backend.getCustomerId(email) : null;
  const orders = await backend.listOrders(email);
  const stored = orders.map((order) => ({ owner: ownerOf(order), lines: linesOf(order, bought.products) }));
  const expected = [
    ...(bought.account ?? []).map((lines) => ({ owner, lines })),
    ...bought.guest.map((lines) => ({ owner: null, lines })),
  ];
  expect(stored.toSorted(byText), `the orders of ${email}`).toEqual(expected.toSorted(byText));
  for (const order of orders) await expectAttribution(order);
}

/** Checks that the audit log names the same customer as the backend. */
async function expectAttribution(order: StoredOrder): Promise<void> {
  const placed = (await listAuditEvents({ orderId: order.id })).filter(({ type }) => type === "order.placed");
  expect(placed, `who has placed ${order.id}`).toEqual([
    expect.objectContaining({ customerId: ownerOf(order) }),
  ]);
}

/** Checks that the order list of the account shows exactly these orders. */
export async function expectOrdersPage({ page }: Shopper, orders: readonly StoredOrder[]): Promise<void> {
  await page.goto("/us/account/orders");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  const numbers = page.getByRole("main").getByTestId("order-display-id");
  const shown = await numbers.evaluateAll((all) =>
    all.map((each) => Number(each.getAttribute("data-value"))),
  );
  expect(shown.toSorted()).toEqual(orders.map(({ display_id }) => display_id).toSorted());
}

/** The account's id; null for a guest. Medusa stores guests as customers without an account. */
export function ownerOf({ customer }: StoredOrder): string | null {
  return customer?.has_account ? customer.id : null;
}

function linesOf({ items }: StoredOrder, products: readonly TestProduct[]): CartLines {
  return Object.fromEntries(
    items.map(({ product_handle, quantity }) => [
      products.findIndex(({ handle }) => handle === product_handle),
      quantity,
    ]),
  );
}

function byText(one: object, other: object): number {
  return JSON.stringify(one).localeCompare(JSON.stringify(other));
}
