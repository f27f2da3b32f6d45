import { countRenewals, endGrace, listAuditLines } from "./records";
import { expect, openMachine, Shopper, test } from "./shopper";

const REASON = "An old copy of your session turned up";

test("An old copy of a session's cookie opens nothing, ends the session it was taken from, and its owner is told why", async ({
  page,
  context,
  browser,
  backend,
}) => {
  const shopper = new Shopper(page);
  await shopper.register();
  const stolen = await context.cookies();
  const customerId = await backend.getCustomerId(shopper.identity.email);
  const moveOn = async () => {
    await page.goto("/us/account");
    return countRenewals(customerId);
  };
  await expect.poll(moveOn, { message: "tickets that have replaced the copy" }).toBeGreaterThan(1);
  await endGrace(customerId);

  const elsewhere = await openMachine(browser);
  await elsewhere.addCookies(stolen);
  const thief = await elsewhere.newPage();
  await thief.goto("/us/account/orders");
  await expect(thief.getByText(REASON)).toBeVisible();
  expect(await thief.content()).not.toContain(shopper.identity.email);

  await page.goto("/us/account/orders");
  await expect(page.getByText(REASON)).toBeVisible();
  expect((await listAuditLines({ customerId })).map(({ type }) => type)).toContain("session.replayed");
  await elsewhere.close();
});
