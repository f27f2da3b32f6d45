import { readGeneration, listAuditEvents } from "./support/storefront-db";
import { expect, test } from "./support/fixtures";
import type { Shopper } from "./support/shopper";

/** As in tools/test-shop/settings.ts. */
const TOKEN_LIFETIME_MS = 60_000;
const MIN_RENEWALS = 20;

/** Sends every kind of request: pages, a redirect, a rewrite, a form, a route, a router navigation. */
async function visitEverything(shopper: Shopper, round: number): Promise<void> {
  const { page } = shopper;
  await page.goto("/account/orders");
  await expect(page).toHaveURL("/us/account/orders");
  await page.goto("/us/store?page=2");
  await shopper.accountLink.click();
  await shopper.expectSignedIn();
  await page.goto("/us/account/profile");
  await shopper.waitForHydration();
  await shopper.field("Phone").fill(`+1 212 555 ${1_000 + round}`);
  await page.getByRole("button", { name: "Save phone" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const responses = await page.evaluate(async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => fetch("/api/shopper")));
    return Promise.all(
      all.map((response) => response.json() as Promise<{ customer: { firstName: string } | null }>),
    );
  });
  expect(responses.map(({ customer }) => customer?.firstName)).toEqual(
    responses.map(() => shopper.identity.firstName),
  );
}

test("A session that is used outlives its token many times over, through every kind of request, and nobody is signed out", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  test.setTimeout(240_000);
  const customerId = await backend.getCustomerId(ida.identity.email);
  const startedAt = Date.now();
  const isDone = async () =>
    Date.now() - startedAt > 1.2 * TOKEN_LIFETIME_MS && (await readGeneration(customerId)) >= MIN_RENEWALS;
  for (let round = 0; !(await isDone()); round += 1) await visitEverything(ida, round);

  await ida.openAccount();
  const types = (await listAuditEvents({ customerId })).map(({ type }) => type);
  expect(types).toContain("token.renewed");
  expect(types.filter((type) => type === "session.created")).toHaveLength(1);
  for (const failure of ["session.replayed", "session.revoked", "token.renewal-failed"])
    expect(types).not.toContain(failure);
});

test("Signing out while requests are under way signs out: whatever they bring back opens nothing", async ({
  shopper,
  secondTab,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account/profile");
  // Each response may carry a new session token, before or after the sign-out.
  await page.evaluate(() => {
    for (let sent = 0; sent < 12; sent += 1) void fetch("/api/shopper").catch(() => null);
  });
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/us");
  await expect(ida.accountLink).toHaveAccessibleName("Account");
  const { page: other } = await secondTab(ida);
  await other.goto("/us/account");
  await expect(other.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(other.getByText("Sign in for your orders")).toBeVisible();
});
