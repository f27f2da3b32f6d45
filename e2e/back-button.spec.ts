import type { Page } from "@playwright/test";
import type { BackendClient } from "./support/backend-client";
import { expect, test } from "./support/fixtures";
import { endSessions } from "./support/storefront-db";
import type { Shopper } from "./support/shopper";

async function endSession({ identity }: Shopper, backend: BackendClient): Promise<void> {
  await endSessions(await backend.getCustomerId(identity.email), "password-changed");
}

/** Imitates the back/forward cache, which Playwright's browsers do not use. */
async function leaveAndReturn(page: Page, meanwhile: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await expect(page.locator("body")).toBeHidden();
  await meanwhile();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
}

test("The Back button to the sign-in page shows it once the session has ended", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  for (const path of ["/us/login", "/us/register", "/us/forgot-password"]) {
    await page.goto(path);
    await expect(ida.accountLink).toHaveAccessibleName(`Account of ${ida.identity.firstName}`);
    await leaveAndReturn(page, () => endSession(ida, backend));
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(page.locator("html"), path).not.toHaveAttribute("data-covered");
    await expect(ida.accountLink, path).toHaveAccessibleName("Account");
    if (path === "/us/forgot-password") break;
    await ida.signIn();
  }
});

test("The Back button to an account page shows it at once while the same shopper is signed in", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account/profile");
  await expect(ida.getVisible("customer-email")).toHaveText(ida.identity.email);
  await expect(ida.accountLink).toHaveAccessibleName(`Account of ${ida.identity.firstName}`);
  await page.evaluate(() => (document.documentElement.dataset.kept = ""));
  await leaveAndReturn(page, async () => undefined);
  await expect(ida.getVisible("customer-email")).toHaveText(ida.identity.email);
  await expect(page.locator("html")).toHaveAttribute("data-kept");
});

test("The Back button to an account page keeps it covered until the shopper is confirmed, even if a check fails", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account/profile");
  await expect(ida.getVisible("customer-email")).toHaveText(ida.identity.email);
  await expect(ida.accountLink).toHaveAccessibleName(`Account of ${ida.identity.firstName}`);
  await page.route("**/api/shopper", (route) => route.abort());
  await recordUncovering(page);
  await leaveAndReturn(page, () => endSession(ida, backend));
  await expect(page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem("uncovered"))).toBeNull();
  expect(await page.content()).not.toContain(ida.identity.email);
});

/** Records in session storage, which outlasts a reload, whether the open page is uncovered. */
async function recordUncovering(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { documentElement: root } = document;
    const note = () => "covered" in root.dataset || sessionStorage.setItem("uncovered", "yes");
    new MutationObserver(note).observe(root, { attributeFilter: ["data-covered"] });
  });
}
