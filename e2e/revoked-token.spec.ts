import { expect, test } from "./support/fixtures";
import { signInCustomer, MedusaStoreApi } from "./support/medusa-store-api";

test("What the backend has revoked shows nothing more, not even what it has shown before", async ({
  shopper,
  request,
}) => {
  const ida = await shopper();
  await ida.openAccount();
  const storeApi = new MedusaStoreApi(request);
  const token = await signInCustomer(storeApi, ida.identity);
  expect((await storeApi.post("/store/customers/me/tokens/revoke", { token })).status).toBe(200);
  await ida.page.goto("/us/account");
  await expect(ida.page.getByText("Your session is no longer valid")).toBeVisible();
  expect(await ida.page.content()).not.toContain(ida.identity.email);
});

test("A session that the backend has revoked cannot end its owner's new one", async ({
  shopper,
  secondDevice,
  request,
}) => {
  const ida = await shopper();
  const attacker = await secondDevice(ida);
  await attacker.page.goto("/us/account/security");
  const button = attacker.page.getByRole("button", { name: "Sign out all other devices" });
  await expect(button).toBeVisible();
  // As after a password change during which the storefront's database failed: tokens are revoked, sessions are not.
  const storeApi = new MedusaStoreApi(request);
  const token = await signInCustomer(storeApi, ida.identity);
  expect((await storeApi.post("/store/customers/me/tokens/revoke", { token })).status).toBe(200);
  await ida.signIn();

  await button.click();
  await expect(attacker.page.getByText("Your session is no longer valid").first()).toBeVisible();
  await ida.openAccount();
});
