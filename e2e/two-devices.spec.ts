import { expect, openMachine, Shopper, test } from "./shopper";

test("Each device has a session of its own: signing out of one leaves the other signed in", async ({
  shopper,
  browser,
}) => {
  const elsewhere = await openMachine(browser);
  const phone = new Shopper(await elsewhere.newPage(), shopper.identity);
  await phone.signIn();
  await shopper.page.reload();
  await shopper.expectSignedIn();

  await phone.signOut();
  await shopper.page.reload();
  await shopper.expectSignedIn();
  await elsewhere.close();
});

test("The devices are listed, and one that is signed out from another is refused at its next request, and told why", async ({
  shopper,
  page,
  browser,
}) => {
  const elsewhere = await openMachine(browser, { userAgent: IPHONE });
  const phone = new Shopper(await elsewhere.newPage(), shopper.identity);
  await phone.signIn();

  await page.goto("/us/account/security");
  const devices = page.getByRole("main").getByRole("listitem").filter({ hasText: "Last used" });
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText("This device");
  await page.getByRole("button", { name: "Sign out Safari on iOS" }).click();
  await expect(devices).toHaveCount(1);

  await phone.page.goto("/us/account/orders");
  await expect(phone.page.getByText("You signed this device out from another one.")).toBeVisible();
  await expect(phone.page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.goto("/us/account");
  await shopper.expectSignedIn();
  await elsewhere.close();
});

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
