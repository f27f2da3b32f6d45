import { expect, test } from "./support/fixtures";

test("Each device has a session of its own: signing out of one leaves the other signed in", async ({
  shopper,
  secondDevice,
}) => {
  const ida = await shopper();
  const phone = await secondDevice(ida);
  await ida.openAccount();

  await phone.signOut();
  await ida.openAccount();
});

test("The devices are listed, and one that is signed out from another is refused at its next request, and told why", async ({
  shopper,
  secondDevice,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const phone = await secondDevice(ida, { userAgent: IPHONE });

  await page.goto("/us/account/security");
  const devices = page.getByRole("main").getByRole("listitem").filter({ hasText: "Last used" });
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText("This device");
  await page.getByRole("button", { name: "Sign out Safari on iOS" }).click();
  await expect(devices).toHaveCount(1);

  await phone.page.goto("/us/account/orders");
  await expect(phone.page.getByText("You signed this device out from another one.")).toBeVisible();
  await expect(phone.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  await ida.openAccount();
});

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
