import { expect, test } from "./support/fixtures";
import { holdRequests } from "./support/held-requests";

test("A cart that was still waiting to join the customer's own is not left to whoever uses the browser next", async ({
  guest,
  shopper,
}) => {
  const ada = await guest();
  await ada.addToCart();
  const waiting = [await ada.readCartCookie()].flatMap((cookie) => cookie ?? []);
  expect(waiting).toHaveLength(1);

  const ida = await shopper();
  const { page, context } = ida;
  // As after an outage at sign-in: the guest's cart is still in the browser's cookie.
  await page.route("**/api/shopper", (route) => route.abort());
  await page.goto("/us/account");
  await context.addCookies(waiting);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/us");
  expect(await ida.readCartCookie()).toBeUndefined();

  await page.unroute("**/api/shopper");
  await page.goto("/us/cart");
  await expect(ida.emptyCart).toBeVisible();
});

test("What a tab in the background shows of an account is gone once its shopper has signed out in another", async ({
  shopper,
  secondTab,
}) => {
  const ida = await shopper();
  const behind = await secondTab(ida);
  // Background tabs send no requests; in Playwright every tab counts as visible.
  await behind.page.addInitScript(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
  });
  await behind.page.goto("/us/account/profile");
  await behind.waitForHydration();
  await expect(behind.page.getByRole("main")).toContainText(ida.identity.email);

  await ida.signOut();
  await expect(behind.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  for (const own of [ida.identity.email, ida.identity.firstName])
    await expect(behind.page.locator("body")).not.toContainText(own);
});

test("Whoever signs out is led to the shop, though another request has learnt of it first", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account");
  await ida.waitForHydration();
  const answer = await holdRequests(page, (route) => route.request().method() === "POST", "response");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  const look = () => page.evaluate(async () => (await fetch("/api/shopper")).json());
  await expect.poll(look).toMatchObject({ customer: null });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  // What is personal is covered at once, and the page leads on when the answer is there.
  await expect(page.locator("html")).toHaveAttribute("data-covered", "");
  answer.release();
  await expect(page).toHaveURL("/us");
});
