import { expect, test } from "./support/fixtures";
import { readGeneration, expireGracePeriod, listAuditEvents } from "./support/storefront-db";

const REASON = "An old copy of your session turned up";

test("An old copy of a session's cookie opens nothing, ends the session it was taken from, and its owner is told why", async ({
  shopper,
  guest,
  backend,
}) => {
  const ida = await shopper();
  const stolen = await ida.context.cookies();
  const customerId = await backend.getCustomerId(ida.identity.email);
  const renewSession = async () => {
    await ida.page.goto("/us/account");
    return readGeneration(customerId);
  };
  await expect
    .poll(renewSession, { message: "session tokens that have replaced the copy" })
    .toBeGreaterThan(1);
  // A request under way would write the times of the replaced tokens anew.
  await ida.page.waitForLoadState("networkidle");
  await expireGracePeriod(customerId);

  const attacker = await guest();
  await attacker.context.addCookies(stolen);
  await attacker.page.goto("/us/account/orders");
  await expect(attacker.page.getByText(REASON)).toBeVisible();
  expect(await attacker.page.content()).not.toContain(ida.identity.email);

  await ida.page.goto("/us/account/orders");
  await expect(ida.page.getByText(REASON)).toBeVisible();
  expect((await listAuditEvents({ customerId })).map(({ type }) => type)).toContain("session.replayed");
});
