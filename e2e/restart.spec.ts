/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { AMERICAN } from "./addresses";
import { environment } from "./environment";
import { expect, test } from "./shopper";

/** What a deployment does: see scripts/e2e/shop.mjs. The second storefront's, so that nothing else stands still. */
async function order(command: string): Promise<void> {
  const url = new URL(`/${command}`, environment.controlUrl);
  const answer = await fetch(url, { method: "POST" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

test.use({ baseURL: async ({}, provide) => provide(environment.secondBaseUrl) });

test("Storefront and backend are restarted in the middle of a checkout, and the shopper notices nothing", async ({
  shopper,
  page,
  backend,
}) => {
  test.setTimeout(180_000);
  await shopper.add();
  await page.goto("/us/checkout?step=address");
  await shopper.fillAddress(AMERICAN, shopper.identity.email);
  await order("second-storefront/restart");
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL("/us/checkout?step=delivery");
  await order("medusa/restart");
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByRole("button", { name: "Continue to review" }).click();
  const placed = await backend.getOrder(await shopper.placeOrder());
  expect(placed.customer).toMatchObject({ email: shopper.identity.email, has_account: true });
  await page.goto("/us/account");
  await shopper.expectSignedIn();
});

test("A new first secret signs nobody out, and leaves carts, drafts and orders as they are", async ({
  shopper,
  page,
  guest,
}) => {
  test.setTimeout(120_000);
  await shopper.add();
  await shopper.goToReview(AMERICAN, shopper.identity.email);
  await order("second-storefront/rotate-secret");
  await page.reload();
  const id = await shopper.placeOrder();
  await page.goto("/us/account");
  await shopper.expectSignedIn();
  await page.goto(`/us/order/${id}/confirmed`);
  await expect(guest.shown("order-email")).toHaveText(shopper.identity.email);
});
