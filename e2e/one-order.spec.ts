import type { Route } from "@playwright/test";
import { AMERICAN } from "./addresses";
import { expect, test } from "./fixtures";
import { Guest } from "./guest";

/** Sends a request on past the browser: whatever the answer sets or says, the browser never gets it. */
async function loseAnswer(route: Route): Promise<void> {
  const request = route.request();
  await fetch(request.url(), {
    method: request.method(),
    headers: await request.allHeaders(),
    body: request.postDataBuffer() as BodyInit | null,
    redirect: "manual",
  });
  await route.abort("connectionreset");
}

test("Pressing the button twice gives one order", async ({ guest, backend, email }) => {
  await guest.add();
  await guest.goToReview(AMERICAN, email);
  await guest.placeOrderButton.dblclick();
  const id = await guest.waitForConfirmation();
  expect((await backend.listOrders(email)).map((order) => order.id)).toEqual([id]);
});

test("Pressing it in two tabs at once gives one order, and both show it", async ({
  guest,
  context,
  backend,
  email,
}) => {
  await guest.add();
  await guest.goToReview(AMERICAN, email);
  const other = new Guest(await context.newPage());
  await other.page.goto("/us/checkout?step=review");
  const ids = await Promise.all([guest.placeOrder(), other.placeOrder()]);
  expect(ids[0]).toBe(ids[1]);
  expect((await backend.listOrders(email)).map((order) => order.id)).toEqual([ids[0]]);
});

test("An order whose answer is lost on the way is placed once, and found by pressing again", async ({
  guest,
  page,
  backend,
  email,
}) => {
  await guest.add();
  await guest.goToReview(AMERICAN, email);
  await page.route("**/checkout*", loseAnswer, { times: 1 });
  await guest.placeOrderButton.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("please try again in a moment");
  const [placed] = await backend.listOrders(email);
  expect(await guest.placeOrder()).toBe(placed?.id);
  expect(await backend.listOrders(email)).toHaveLength(1);
});

test("A cart that was changed in another tab is not bought, until the change has been seen", async ({
  guest,
  page,
  context,
  backend,
  email,
}) => {
  await guest.add();
  await guest.goToReview(AMERICAN, email);
  const other = new Guest(await context.newPage());
  await other.add({ handle: "ticket-stub-tote", options: { Colour: "Rust" } });
  await other.page.close();

  await guest.placeOrderButton.click();
  // Medusa forgets how a cart was to be paid when what is in it changes: the step that is open now is that one.
  const again = page.getByRole("button", { name: "Continue to review" });
  await expect(again).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Your cart has changed" })).toBeVisible();
  expect(await backend.listOrders(email)).toEqual([]);

  await again.click();
  await expect(page.getByText("2 things for")).toBeVisible();
  const order = await backend.getOrder(await guest.placeOrder());
  expect(order.items.map((item) => item.product_handle).toSorted()).toEqual([
    "attendants-scarf",
    "ticket-stub-tote",
  ]);
});

test("What sells out during the last look is not sold, and the shopper is told", async ({
  guest,
  page,
  backend,
  product,
  email,
}) => {
  await guest.add({ handle: product.handle });
  await guest.goToReview(AMERICAN, email);
  await backend.setStock(product, 0);
  await guest.placeOrderButton.click();
  await expect(
    page.getByRole("alert").filter({ hasText: "There are not enough of these left." }),
  ).toBeVisible();
  expect(await backend.listOrders(email)).toEqual([]);
});

test("The confirmation is for the browser that ordered, and for no other", async ({
  guest,
  page,
  browser,
  email,
}) => {
  await guest.add();
  await guest.goToReview(AMERICAN, email);
  const id = await guest.placeOrder();
  await page.reload();
  await expect(guest.shown("order-email")).toHaveText(email);

  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  await stranger.goto(`/us/order/${id}/confirmed`);
  await expect(stranger.getByRole("heading", { level: 1, name: "Nothing on this hook" })).toBeVisible();
  const shown = await stranger.content();
  for (const secret of [email, "Lovelace", "Fifth Avenue"]) expect(shown).not.toContain(secret);
  await elsewhere.close();
});
