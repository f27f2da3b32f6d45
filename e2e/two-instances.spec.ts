import { environment } from "./environment";
import { countRenewals } from "./records";
import { expect, openMachine, Shopper, test } from "./shopper";

test("A session that one instance has opened is known to the other, whichever answers next", async ({
  shopper,
  page,
  baseURL,
  backend,
}) => {
  test.setTimeout(120_000);
  const customerId = await backend.getCustomerId(shopper.identity.email);
  for (let visit = 0; (await countRenewals(customerId)) < 8; visit += 1) {
    await page.goto(`${visit % 2 === 0 ? environment.secondBaseUrl : baseURL}/us/account`);
    await shopper.expectSignedIn();
  }
});

test("What is ended on one instance is refused by the other at its next request", async ({
  shopper,
  page,
  browser,
}) => {
  const elsewhere = await openMachine(browser, { baseURL: environment.secondBaseUrl });
  const thief = new Shopper(await elsewhere.newPage(), shopper.identity);
  await thief.signIn();
  await thief.page.goto("/us/account/orders");
  await expect(thief.page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();

  await page.goto("/us/account/security");
  await page.getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(page.getByRole("button", { name: "Sign out all other devices" })).toHaveCount(0);
  const answer = await thief.page.evaluate(async () => (await fetch("/api/shopper")).json());
  expect(answer).toEqual({ customer: null, cart: null, ended: "signed-out-elsewhere" });
  await thief.page.goto("/us/account/orders");
  await expect(thief.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await thief.page.content()).not.toContain(shopper.identity.email);
  await elsewhere.close();

  await page.goto("/us/account");
  await shopper.expectSignedIn();
});
