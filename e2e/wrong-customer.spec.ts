import type { Page } from "@playwright/test";
import { AMERICAN } from "./addresses";
import { Guest } from "./guest";
import { listAuditLines } from "./records";
import { expect, openMachine, Shopper, test } from "./shopper";

test("A guest at the checkout stays a guest while somebody else signs in: cart and order are credited to nobody else", async ({
  page,
  guest,
  email,
  browser,
  backend,
}) => {
  await guest.add();
  await page.goto("/us/checkout?step=address");
  await guest.fillAddress(AMERICAN, email);

  const elsewhere = await openMachine(browser);
  const other = new Shopper(await elsewhere.newPage());
  await other.register();
  await other.add({ handle: "ticket-stub-tote", options: { Colour: "Rust" } });

  for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"]) {
    await page.getByRole("button", { name: next }).click();
    // Between any two of the guest's requests there is one of the other shopper's.
    await other.page.goto("/us/account");
    await other.expectSignedIn();
  }
  await expectNothingOf(other, page);
  const orderId = await guest.placeOrder();
  await expectNothingOf(other, page);

  const order = await backend.getOrder(orderId);
  expect(order.email).toBe(email);
  expect(order.items.map((item) => item.product_handle)).toEqual(["attendants-scarf"]);
  expect(order.customer).toMatchObject({ email, has_account: false });
  const placed = (await listAuditLines({ orderId })).filter(({ type }) => type === "order.placed");
  expect(placed).toEqual([expect.objectContaining({ customerId: null })]);

  await other.page.goto("/us/account/orders");
  await expect(other.page.getByRole("main").getByText(`${order.display_id}`)).toHaveCount(0);
  await other.page.goto("/us/cart");
  await expect(other.cartLink).toHaveText("Cart (1)");
  await elsewhere.close();
});

async function expectNothingOf({ identity }: Shopper, page: Page): Promise<void> {
  const text = await page.content();
  for (const secret of [identity.email, identity.firstName, identity.lastName])
    expect(text).not.toContain(secret);
}

test("A guest who types the address of somebody with an account buys as a guest", async ({
  shopper,
  browser,
  backend,
}) => {
  const elsewhere = await openMachine(browser);
  const guest = new Guest(await elsewhere.newPage());
  await guest.add();
  await guest.goToReview(AMERICAN, shopper.identity.email);
  const order = await backend.getOrder(await guest.placeOrder());
  const placed = (await listAuditLines({ orderId: order.id })).filter(({ type }) => type === "order.placed");
  expect(placed).toEqual([expect.objectContaining({ customerId: null })]);
  await elsewhere.close();
});

test("The order of another customer is nothing, at its details and at its confirmation, for customers and for guests", async ({
  shopper,
  browser,
}) => {
  await shopper.add();
  await shopper.goToReview(AMERICAN, shopper.identity.email);
  const id = await shopper.placeOrder();

  const elsewhere = await openMachine(browser);
  const page = await elsewhere.newPage();
  const stranger = new Shopper(page);
  const confirmation = `/us/order/${id}/confirmed`;
  await page.goto(confirmation);
  await expect(page.getByRole("heading", { level: 1, name: "Nothing on this hook" })).toBeVisible();
  await stranger.register();
  for (const path of [confirmation, `/us/account/orders/details/${id}`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Nothing on this hook" }), path).toBeVisible();
    const shown = await page.content();
    for (const secret of [shopper.identity.email, "Lovelace", "Fifth Avenue"])
      expect(shown).not.toContain(secret);
  }
  await elsewhere.close();

  for (const path of [confirmation, `/us/account/orders/details/${id}`]) {
    await shopper.page.goto(path);
    await expect(shopper.page.getByRole("main").getByText("350 Fifth Avenue").first(), path).toBeVisible();
  }
});
