import type { Page } from "@playwright/test";
import { type SessionEnd, endSessions } from "./support/storefront-db";
import { expect, test } from "./support/fixtures";

/** Imitates the focus event of a window that is activated again. */
async function focusWindow(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

test("A session that is ended from another device is noticed with its reason, and the way back leads to the same page with the cart as it was", async ({
  shopper,
  secondDevice,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.fillCart();
  await page.goto("/us/store?sortBy=price_desc");
  await expect(ida.accountLink).toHaveAccessibleName(`Account of ${ida.identity.firstName}`);

  const otherDevice = await secondDevice(ida);
  await otherDevice.page.goto("/us/account/security");
  await otherDevice.page.getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(otherDevice.page.getByRole("button", { name: "Sign out all other devices" })).toHaveCount(0);

  await focusWindow(page);
  const notice = page.getByRole("alert").filter({ hasText: "You signed this device out from another one." });
  await expect(notice).toBeVisible();
  await expect(ida.accountLink).toHaveAccessibleName("Account");
  await notice.getByRole("link", { name: "Sign in again" }).click();
  await expect(notice).toHaveCount(0);
  await ida.signIn(null);
  await expect(page).toHaveURL("/us/store?sortBy=price_desc");
  await expect(ida.cartLink).toHaveText("Cart (1)");
  await expect(notice).toHaveCount(0);
});

test("A tab that was offline checks the session when it is online again", async ({ shopper, backend }) => {
  const ida = await shopper();
  const { page, context } = ida;
  await page.goto("/us/store");
  await expect(ida.accountLink).toHaveAccessibleName(`Account of ${ida.identity.firstName}`);
  await context.setOffline(true);
  await endSessions(await backend.getCustomerId(ida.identity.email), "idle");
  await context.setOffline(false);
  await expect(page.getByRole("alert").filter({ hasText: "not been here for a while" })).toBeVisible();
});

test("The end of a session is reported once; after that the browser is a guest's", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("about:blank");
  await endSessions(await backend.getCustomerId(ida.identity.email), "password-changed");
  await page.goto("/us/store");
  await expect(page.getByRole("alert").filter({ hasText: "Your password has changed" })).toBeVisible();
  await page.getByRole("alert").getByRole("button", { name: "Dismiss" }).click();
  await page.reload();
  await expect(ida.accountLink).toHaveAccessibleName("Account");
  await expect(page.getByTestId("session-ended")).toHaveCount(0);
  await page.goto("/us/account");
  await expect(page.getByText("Sign in for your orders")).toBeVisible();
});

const REASONS: [ending: SessionEnd, words: string][] = [
  ["password-changed", "Your password has changed"],
  ["password-reset", "Your password was set anew"],
  ["replayed", "An old copy of your session turned up"],
  ["idle", "You have not been here for a while"],
  ["expired", "Your session has run its full time"],
  ["refused", "Your session is no longer valid"],
];

for (const [ending, words] of REASONS) {
  test(`A page that needs a session says why it is over (${ending}), and goes on after signing in`, async ({
    shopper,
    backend,
  }) => {
    const ida = await shopper();
    const { page } = ida;
    await ida.addToCart();
    const customerId = await backend.getCustomerId(ida.identity.email);
    for (const path of ["/us/account/orders", "/us/checkout?step=address"]) {
      // Leaves the page first: an open page may notice the end and reload while navigating.
      await page.goto("about:blank");
      await endSessions(customerId, ending);
      await page.goto(path);
      await expect(page.getByRole("main").getByText(words)).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText(ida.identity.email);
      await ida.signIn(null);
      await expect(page.getByRole("heading", { name: /^(Orders|Checkout)$/ })).toBeVisible();
      await expect(page.getByRole("main").getByRole("button", { name: "Sign in" })).toHaveCount(0);
      await expect(page).toHaveURL(path);
      await expect(ida.cartLink).toHaveText("Cart (1)");
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("Without JavaScript the reason and the way back are on the page as well", async ({
    shopper,
    backend,
  }) => {
    const ida = await shopper();
    const { page } = ida;
    await ida.openProduct({ handle: "attendants-scarf", options: { Colour: "Oat" } });
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page).toHaveURL("/us/cart");
    await endSessions(await backend.getCustomerId(ida.identity.email), "idle");
    await page.reload();
    await expect(page.getByText("You have not been here for a while")).toBeVisible();
    await page.goto("/us/checkout?step=address");
    await expect(page.getByText("You have not been here for a while")).toBeVisible();
    await ida.signIn(null);
    await expect(page).toHaveURL("/us/checkout?step=address");
    await expect(page.getByRole("button", { name: "Continue to delivery" })).toBeVisible();
  });
});

test("Other tabs follow a sign-out and a sign-in", async ({ shopper, secondTab }) => {
  const ida = await shopper();
  const { page } = ida;
  const other = await secondTab(ida);
  await other.page.goto("/us/account/profile");
  await expect(other.getVisible("customer-email")).toHaveText(ida.identity.email);
  await ida.signOut();
  await expect(other.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await other.page.content()).not.toContain(ida.identity.email);
  await expect(other.page.getByTestId("session-ended")).toHaveCount(0);

  await ida.signIn();
  await expect(other.getVisible("customer-email")).toHaveText(ida.identity.email);
  await expect(page.getByTestId("session-ended")).toHaveCount(0);
});

test("After signing out nothing personal is left in the page, nor behind the Back button, in this tab and another", async ({
  shopper,
  secondTab,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const { email, lastName } = ida.identity;
  const { page: other } = await secondTab(ida);
  await other.goto("/us/account");
  await expect(other.getByText(email)).toBeVisible();
  await other.getByRole("link", { name: "Cloakroom" }).first().click();
  await expect(other).toHaveURL("/us");

  await page.goto("/us");
  await ida.accountLink.click();
  await ida.expectSignedIn();
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(ida.field("Last name")).toHaveValue(lastName);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/us");
  await expect(ida.accountLink).toHaveAccessibleName("Account");

  for (const tab of [page, other]) {
    await expect(tab.getByRole("banner").getByRole("link", { name: "Account", exact: true })).toBeVisible();
    // The other tab reloads as soon as it learns of the sign-out.
    await expect.poll(async () => (await tab.content()).includes(email)).toBe(false);
    await tab.goBack();
    await expect(tab.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
    const shown = await tab.content();
    expect(shown).not.toContain(email);
    expect(shown).not.toContain(lastName);
  }
});

test("No page of an account may be kept by anybody", async ({ shopper }) => {
  const ida = await shopper();
  for (const path of ["/profile", "/addresses", "/orders", "/security", ""]) {
    const response = await ida.page.goto(`/us/account${path}`);
    expect(response?.headers()["cache-control"], path).toContain("no-store");
  }
  await ida.expectSignedIn();
});

test("A response that comes late and brings the old cookie back opens nothing and disturbs nobody", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page, context } = ida;
  const before = await context.cookies();
  await ida.signOut();
  await context.addCookies(before);
  await page.goto("/us/account/orders");
  await expect(page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Sign in for your orders")).toBeVisible();
  expect(await page.content()).not.toContain(ida.identity.email);
  await page.goto("/us/store");
  await expect(ida.accountLink).toHaveAccessibleName("Account");
  await expect(page.getByTestId("session-ended")).toHaveCount(0);
});
