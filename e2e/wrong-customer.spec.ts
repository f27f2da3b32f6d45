import type { Page } from "@playwright/test";
import { AMERICAN } from "./support/addresses";
import { listAuditEvents } from "./support/storefront-db";
import { expect, test } from "./support/fixtures";
import { Shopper } from "./support/shopper";

test("A guest at the checkout stays a guest while somebody else signs in: cart and order are credited to nobody else", async ({
  guest,
  shopper,
  backend,
}) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.fillCart();
  await page.goto("/us/checkout?step=address");
  await ada.fillContact(AMERICAN);

  const ida = await shopper();
  await ida.addToCart({ handle: "ticket-stub-tote", options: { Colour: "Rust" } });

  for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"]) {
    await page.getByRole("button", { name: next }).click();
    // Sends a request of the other shopper between any two of the guest's.
    await ida.openAccount();
  }
  await expectNoDataOf(ida, page);
  const orderId = await ada.placeOrder();
  await expectNoDataOf(ida, page);

  const order = await backend.getOrder(orderId);
  expect(order.email).toBe(email);
  expect(order.items.map((item) => item.product_handle)).toEqual(["attendants-scarf"]);
  expect(order.customer).toMatchObject({ email, has_account: false });
  const placed = (await listAuditEvents({ orderId })).filter(({ type }) => type === "order.placed");
  expect(placed).toEqual([expect.objectContaining({ customerId: null })]);

  await ida.page.goto("/us/account/orders");
  await expect(ida.page.getByRole("main").getByText(`${order.display_id}`)).toHaveCount(0);
  await ida.page.goto("/us/cart");
  await expect(ida.cartLink).toHaveText("Cart (1)");
});

async function expectNoDataOf({ identity }: Shopper, page: Page): Promise<void> {
  const text = await page.content();
  for (const secret of [identity.email, identity.firstName, identity.lastName])
    expect(text).not.toContain(secret);
}

test("A guest who types the address of somebody with an account buys as a guest", async ({
  shopper,
  guest,
  backend,
}) => {
  const ida = await shopper();
  const ada = await guest();
  await ada.fillCart();
  await ada.openReview(AMERICAN, ida.identity.email);
  const order = await backend.getOrder(await ada.placeOrder());
  const placed = (await listAuditEvents({ orderId: order.id })).filter(({ type }) => type === "order.placed");
  expect(placed).toEqual([expect.objectContaining({ customerId: null })]);
});

test("Another customer's order is not found, at its details and at its confirmation, for customers and for guests", async ({
  shopper,
  guest,
}) => {
  const ida = await shopper();
  await ida.fillCart();
  await ida.openReview(AMERICAN);
  const id = await ida.placeOrder();

  const stranger = await guest();
  const { page } = stranger;
  const confirmation = `/us/order/${id}/confirmed`;
  await page.goto(confirmation);
  await expect(page.getByRole("heading", { level: 1, name: "This order is not shown here" })).toBeVisible();
  await Shopper.of(stranger).register();
  for (const [path, text] of [
    [confirmation, "This order is not shown here"],
    [`/us/account/orders/details/${id}`, "There is no such order in your account."],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(text), path).toBeVisible();
    const shown = await page.content();
    for (const secret of [ida.identity.email, "Lovelace", "Fifth Avenue"])
      expect(shown).not.toContain(secret);
  }

  for (const path of [confirmation, `/us/account/orders/details/${id}`]) {
    await ida.page.goto(path);
    await expect(ida.page.getByRole("main").getByText("350 Fifth Avenue").first(), path).toBeVisible();
  }
});
