import type { Page } from "@playwright/test";
import type { Ending } from "./records";
import { endSessions } from "./records";
import { expect, openMachine, Shopper, test } from "./shopper";

/** What a browser does when its window is looked at again. */
async function comeBackTo(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

test("A session that is ended from another device is noticed with its reason, and the way back leads to the same page with the cart as it was", async ({
  shopper,
  page,
  browser,
}) => {
  await shopper.add();
  await page.goto("/us/store?sortBy=price_desc");
  await expect(shopper.accountLink).toHaveAccessibleName(`Account of ${shopper.identity.firstName}`);

  const elsewhere = await openMachine(browser);
  const desk = new Shopper(await elsewhere.newPage(), shopper.identity);
  await desk.signIn();
  await desk.page.goto("/us/account/security");
  await desk.page.getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(desk.page.getByRole("button", { name: "Sign out all other devices" })).toHaveCount(0);
  await elsewhere.close();

  await comeBackTo(page);
  const notice = page.getByRole("alert").filter({ hasText: "You signed this device out from another one." });
  await expect(notice).toBeVisible();
  await expect(shopper.accountLink).toHaveAccessibleName("Account");
  await notice.getByRole("link", { name: "Sign in again" }).click();
  await expect(notice).toHaveCount(0);
  await shopper.signIn(null);
  await expect(page).toHaveURL("/us/store?sortBy=price_desc");
  await expect(shopper.cartLink).toHaveText("Cart (1)");
  await expect(notice).toHaveCount(0);
});

test("A tab that was cut off the net asks when it is back", async ({ shopper, page, context, backend }) => {
  await page.goto("/us/store");
  await expect(shopper.accountLink).toHaveAccessibleName(`Account of ${shopper.identity.firstName}`);
  await context.setOffline(true);
  await endSessions(await backend.getCustomerId(shopper.identity.email), "idle");
  await context.setOffline(false);
  await expect(page.getByRole("alert").filter({ hasText: "not been here for a while" })).toBeVisible();
});

test("The end of a session is told once: after that the browser is an ordinary guest's", async ({
  shopper,
  page,
  backend,
}) => {
  await page.goto("about:blank");
  await endSessions(await backend.getCustomerId(shopper.identity.email), "password-changed");
  await page.goto("/us/store");
  await expect(page.getByRole("alert").filter({ hasText: "Your password has changed" })).toBeVisible();
  await page.getByRole("alert").getByRole("button", { name: "Dismiss" }).click();
  await page.reload();
  await expect(shopper.accountLink).toHaveAccessibleName("Account");
  await expect(page.getByTestId("session-ended")).toHaveCount(0);
  await page.goto("/us/account");
  await expect(page.getByText("Sign in for your orders")).toBeVisible();
});

const REASONS: [ending: Ending, words: string][] = [
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
    page,
    backend,
  }) => {
    await shopper.add();
    const customerId = await backend.getCustomerId(shopper.identity.email);
    for (const path of ["/us/account/orders", "/us/checkout?step=address"]) {
      // Left first: an open page may find the end itself at that moment, and load anew while it is being left.
      await page.goto("about:blank");
      await endSessions(customerId, ending);
      await page.goto(path);
      await expect(page.getByRole("main").getByText(words)).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText(shopper.identity.email);
      await shopper.signIn(null);
      await expect(page.getByRole("heading", { name: /^(Orders|Checkout)$/ })).toBeVisible();
      await expect(page.getByRole("main").getByRole("button", { name: "Sign in" })).toHaveCount(0);
      await expect(page).toHaveURL(path);
      await expect(shopper.cartLink).toHaveText("Cart (1)");
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("Without JavaScript the reason and the way back are on the page as well", async ({
    shopper,
    page,
    backend,
  }) => {
    await shopper.open({ handle: "attendants-scarf", options: { Colour: "Oat" } });
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page).toHaveURL("/us/cart");
    await endSessions(await backend.getCustomerId(shopper.identity.email), "idle");
    await page.reload();
    await expect(page.getByText("You have not been here for a while")).toBeVisible();
    await page.goto("/us/checkout?step=address");
    await expect(page.getByText("You have not been here for a while")).toBeVisible();
    await shopper.signIn(null);
    await expect(page).toHaveURL("/us/checkout?step=address");
    await expect(page.getByRole("button", { name: "Continue to delivery" })).toBeVisible();
  });
});

test("Other tabs follow a sign-out and a sign-in", async ({ shopper, page, context }) => {
  const other = new Shopper(await context.newPage(), shopper.identity);
  await other.page.goto("/us/account/profile");
  await expect(other.shown("customer-email")).toHaveText(shopper.identity.email);
  await shopper.signOut();
  await expect(other.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await other.page.content()).not.toContain(shopper.identity.email);
  await expect(other.page.getByTestId("session-ended")).toHaveCount(0);

  await shopper.signIn();
  await expect(other.shown("customer-email")).toHaveText(shopper.identity.email);
  await expect(page.getByTestId("session-ended")).toHaveCount(0);
});

test("After signing out nothing personal is left in the page, nor behind the Back button, in this tab and another", async ({
  shopper,
  page,
  context,
}) => {
  const { email, lastName } = shopper.identity;
  const other = await context.newPage();
  await other.goto("/us/account");
  await expect(other.getByText(email)).toBeVisible();
  await other.getByRole("link", { name: "Cloakroom" }).first().click();
  await expect(other).toHaveURL("/us");

  await page.goto("/us");
  await shopper.accountLink.click();
  await shopper.expectSignedIn();
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(shopper.field("Last name")).toHaveValue(lastName);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/us");
  await expect(shopper.accountLink).toHaveAccessibleName("Account");

  for (const tab of [page, other]) {
    await expect(tab.getByRole("banner").getByRole("link", { name: "Account" })).toBeVisible();
    expect(await tab.content()).not.toContain(email);
    await tab.goBack();
    await expect(tab.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
    const shown = await tab.content();
    expect(shown).not.toContain(email);
    expect(shown).not.toContain(lastName);
  }
});

test("No page of an account may be kept by anybody", async ({ shopper, page }) => {
  await shopper.expectSignedIn();
  for (const path of ["", "/profile", "/addresses", "/orders", "/security"]) {
    const answer = await page.goto(`/us/account${path}`);
    expect(answer?.headers()["cache-control"], path).toContain("no-store");
  }
});

test("A response that comes late and brings the old cookie back opens nothing and disturbs nobody", async ({
  shopper,
  page,
  context,
}) => {
  const before = await context.cookies();
  await shopper.signOut();
  await context.addCookies(before);
  await page.goto("/us/account/orders");
  await expect(page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Sign in for your orders")).toBeVisible();
  expect(await page.content()).not.toContain(shopper.identity.email);
  await page.goto("/us/store");
  await expect(shopper.accountLink).toHaveAccessibleName("Account");
  await expect(page.getByTestId("session-ended")).toHaveCount(0);
});
