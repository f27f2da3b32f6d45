import { environment } from "./environment";
import { countRenewals } from "./records";
import { expect, test } from "./fixtures";

test("A session that one instance has opened is known to the other, whichever answers next", async ({
  shopper,
  baseURL,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  test.setTimeout(120_000);
  const customerId = await backend.getCustomerId(ida.identity.email);
  for (let visit = 0; (await countRenewals(customerId)) < 8; visit += 1) {
    await page.goto(`${visit % 2 === 0 ? environment.secondBaseUrl : baseURL}/us/account`);
    await ida.expectSignedIn();
  }
});

test("What is ended on one instance is refused by the other at its next request", async ({
  shopper,
  secondDevice,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const thief = await secondDevice(ida, { baseURL: environment.secondBaseUrl });
  await thief.page.goto("/us/account/orders");
  await expect(thief.page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();

  await page.goto("/us/account/security");
  await page.getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(page.getByRole("button", { name: "Sign out all other devices" })).toHaveCount(0);
  const answer = await thief.page.evaluate(async () => (await fetch("/api/shopper")).json());
  expect(answer).toMatchObject({ customer: null, cart: null, ended: "signed-out-elsewhere" });
  await thief.page.goto("/us/account/orders");
  await expect(thief.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await thief.page.content()).not.toContain(ida.identity.email);

  await ida.openAccount();
});
