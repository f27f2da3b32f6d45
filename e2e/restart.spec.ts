/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { AMERICAN } from "./support/addresses";
import { sendControl } from "./support/controls";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";

// Runs on the second storefront, so that other tests are not interrupted.
test.use({ baseURL: async ({}, provide) => provide(environment.secondBaseUrl) });

test("Storefront and backend are restarted in the middle of a checkout, and the shopper notices nothing", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  test.setTimeout(180_000);
  await ida.fillCart();
  await page.goto("/us/checkout?step=address");
  await ida.fillContact(AMERICAN);
  await sendControl("second-storefront/restart");
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL("/us/checkout?step=delivery");
  await sendControl("medusa/restart");
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByRole("button", { name: "Continue to review" }).click();
  const placed = await backend.getOrder(await ida.placeOrder());
  expect(placed.customer).toMatchObject({ email: ida.identity.email, has_account: true });
  await ida.openAccount();
});

test("A new first secret signs nobody out, and leaves carts and orders as they are", async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  test.setTimeout(120_000);
  await ida.fillCart();
  await ida.openReview(AMERICAN);
  await sendControl("second-storefront/rotate-secret");
  await page.reload();
  const id = await ida.placeOrder();
  await ida.openAccount();
  await page.goto(`/us/order/${id}/confirmed`);
  await expect(ida.getVisible("order-email")).toHaveText(ida.identity.email);
});
