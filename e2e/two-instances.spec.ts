import { environment } from "./support/environment";
import { readGeneration } from "./support/storefront-db";
import { expect, test } from "./support/fixtures";

test("A session that one instance has opened is known to the other, whichever answers next", async ({
  shopper,
  baseURL,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  test.setTimeout(120_000);
  const customerId = await backend.getCustomerId(ida.identity.email);
  for (let visit = 0; (await readGeneration(customerId)) < 8; visit += 1) {
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
  const attacker = await secondDevice(ida, { baseURL: environment.secondBaseUrl });
  await attacker.page.goto("/us/account/orders");
  await expect(attacker.page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();

  await page.goto("/us/account/security");
  await page.getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(page.getByRole("button", { name: "Sign out all other devices" })).toHaveCount(0);
  const response = await attacker.page.evaluate(async () => (await fetch("/api/shopper")).json());
  expect(response).toMatchObject({ customer: null, cart: null, ended: "signed-out-elsewhere" });
  await attacker.page.goto("/us/account/orders");
  await expect(attacker.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await attacker.page.content()).not.toContain(ida.identity.email);

  await ida.openAccount();
});
