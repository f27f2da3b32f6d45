import type { Route } from "@playwright/test";
import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import type { Guest } from "./support/guest";
import { computeChecksum, recreatePaymentSession, fetchCart } from "./support/cart-checksum";
import { listAuditEvents, queryDb } from "./support/storefront-db";
import { MedusaStoreApi } from "./support/medusa-store-api";
import { FRESH_COOKIE } from "./support/session-cookies";

/** Sends the request to the server and drops the response before the browser. */
async function dropResponse(route: Route): Promise<void> {
  const request = route.request();
  await fetch(request.url(), {
    method: request.method(),
    headers: await request.allHeaders(),
    body: request.postDataBuffer() as BodyInit | null,
    redirect: "manual",
  });
  await route.abort("connectionreset");
}

test("Pressing the button twice gives one order", async ({ guest, backend }) => {
  const ada = await guest();
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await ada.placeOrderButton.dblclick();
  const id = await ada.waitForConfirmation();
  expect((await backend.listOrders(email)).map((order) => order.id)).toEqual([id]);
});

test("Pressing it in two tabs at once gives one order, and both show it", async ({
  guest,
  secondTab,
  backend,
}) => {
  const ada = await guest();
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  const other = await secondTab(ada);
  await other.page.goto("/us/checkout?step=review");
  const ids = await Promise.all([ada.placeOrder(), other.placeOrder()]);
  expect(ids[0]).toBe(ids[1]);
  expect((await backend.listOrders(email)).map((order) => order.id)).toEqual([ids[0]]);
});

test("An order whose response is lost is placed once, and shown after pressing again", async ({
  guest,
  backend,
}) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await page.route("**/checkout*", dropResponse, { times: 1 });
  await ada.placeOrderButton.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("please try again in a moment");
  const [placed] = await backend.listOrders(email);
  expect(await ada.placeOrder()).toBe(placed?.id);
  expect(await backend.listOrders(email)).toHaveLength(1);
});

/** Places the order of a cart that another tab has changed since the review. */
async function orderWithUnseenChange(ada: Guest, other: Guest): Promise<void> {
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await other.addToCart({ handle: "ticket-stub-tote", options: { Colour: "Rust" } });
  await other.page.close();
  // Waits until the session token is due, so that the order's response renews the session.
  const isFresh = async () => (await ada.context.cookies()).some(({ name }) => name === FRESH_COOKIE);
  await expect.poll(isFresh).toBe(false);
  await ada.placeOrderButton.click();
  // Medusa deletes the payment session when the items change, so the payment step is open now.
  await expect(ada.page.getByRole("button", { name: "Continue to review" })).toBeVisible();
  const refusal = ada.page.getByRole("alert").filter({ hasText: "Your cart has changed" });
  await expect(refusal).toBeFocused();
  await expect(refusal).toBeInViewport({ ratio: 1 });
}

test("A cart that was changed in another tab is not bought, until the change has been seen", async ({
  guest,
  secondTab,
  backend,
}) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await orderWithUnseenChange(ada, await secondTab(ada));
  expect(await backend.listOrders(email)).toEqual([]);

  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(page.getByText("2 items for")).toBeVisible();
  await page.getByRole("link", { name: "Edit payment" }).click();
  await expect(page.getByRole("button", { name: "Continue to review" })).toBeVisible();
  await expect(page.getByText("Your cart has changed"), "said once").toHaveCount(0);
  await page.getByRole("button", { name: "Continue to review" }).click();
  const order = await backend.getOrder(await ada.placeOrder());
  expect(order.items.map((item) => item.product_handle).toSorted()).toEqual([
    "attendants-scarf",
    "ticket-stub-tote",
  ]);
});

test("A customer's order of what was not seen is refused, told and recorded, while the session is renewed", async ({
  shopper,
  secondTab,
  backend,
}) => {
  const ida = await shopper();
  const { email } = ida.identity;
  await orderWithUnseenChange(ida, await secondTab(ida));
  expect(await backend.listOrders(email)).toEqual([]);
  const recorded = await listAuditEvents({ customerId: await backend.getCustomerId(email) });
  expect(recorded).toContainEqual(
    expect.objectContaining({
      type: "order.refused",
      detail: expect.objectContaining({ reason: "cart-changed" }),
    }),
  );
});

test("A cart whose address is changed after the last look is not ordered, and the shopper is told", async ({
  guest,
  backend,
  request,
}) => {
  const ada = await guest();
  const { page, identity } = ada;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  const storeApi = new MedusaStoreApi(request);
  const id = /cart_[0-9A-Z]{26}/.exec((await ada.readCartCookie())?.value ?? "")?.[0] ?? "";
  const seen = await fetchCart(storeApi, id);
  await expect(page.locator("input[name=checksum]")).toHaveValue(computeChecksum(seen));
  await storeApi.post(`/store/carts/${id}`, {
    body: { shipping_address: { ...seen.shipping_address, id: undefined, address_1: "1 Elsewhere" } },
  });
  await recreatePaymentSession(storeApi, id);
  await ada.placeOrderButton.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your cart has changed" })).toBeVisible();
  expect(await backend.listOrders(identity.email)).toEqual([]);
  const refused = await queryDb<{ reason: string }>(
    `SELECT detail->>'reason' AS reason FROM "AuditEvent" WHERE type = 'order.refused' AND detail->>'cartCustomerId' = $1`,
    [seen.customer?.id],
  );
  expect(refused).toEqual([{ reason: "cart-changed" }]);
});

test("What sells out during the last look is not sold, and the shopper is told what it was", async ({
  guest,
  backend,
  product,
}) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.fillCart({ handle: product.handle });
  await ada.openReview(AMERICAN);
  await backend.setStock(product, 0);
  await ada.placeOrderButton.click();
  const refusal = page.getByRole("alert").filter({ hasText: "There are not enough of these left." });
  await expect(refusal).toContainText(`left. ${product.title}: none left.`);
  await expect(refusal).not.toContainText("Scarf");
  expect(await backend.listOrders(email)).toEqual([]);
});

test("The confirmation is for the browser that ordered, and for no other", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  const id = await ada.placeOrder();
  await page.reload();
  await expect(ada.getVisible("order-email")).toHaveText(email);

  const { page: stranger } = await guest();
  await stranger.goto(`/us/order/${id}/confirmed`);
  const heading = stranger.getByRole("heading", { level: 1, name: "This order is not shown here" });
  await expect(heading).toBeVisible();
  const shown = await stranger.content();
  for (const secret of [email, "Lovelace", "Fifth Avenue"]) expect(shown).not.toContain(secret);
});
