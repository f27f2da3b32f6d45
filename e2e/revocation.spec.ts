import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import type { Shopper } from "./support/shopper";
import { signInCustomer, MedusaStoreApi } from "./support/medusa-store-api";

const getSection = (shopper: Shopper, name: string): Locator => shopper.page.getByRole("region", { name });

async function changeEmail(shopper: Shopper, email: string): Promise<void> {
  await shopper.page.goto("/us/account/profile");
  const form = getSection(shopper, "E-mail");
  await form.getByLabel("New e-mail").fill(email);
  await form.getByLabel("Current password").fill(shopper.identity.password);
  await form.getByRole("button", { name: "Save e-mail" }).click();
}

const REVOCATIONS = [
  {
    what: "A changed password",
    reason: "Your password has changed",
    end: async (shopper: Shopper) => {
      await shopper.changePassword(`changed-${randomUUID()}`);
      await expect(shopper.page.getByText("Saved. Every other device has been signed out.")).toBeVisible();
    },
  },
  {
    what: "A changed e-mail address",
    reason: "Your e-mail address has changed",
    end: async (shopper: Shopper) => {
      await changeEmail(shopper, `moved-${shopper.identity.canary}@cloakroom.test`);
      await expect(shopper.page.getByText("Saved. From now on you sign in with this address")).toBeVisible();
    },
  },
  {
    what: "Signing out everywhere",
    reason: "You signed out everywhere from another device",
    end: async (shopper: Shopper) => {
      await shopper.page.goto("/us/account/security");
      await shopper.page.getByRole("button", { name: "Sign out everywhere" }).click();
      await expect(shopper.page.getByText("Only this browser is signed in.")).toBeVisible();
    },
  },
];

for (const { what, reason, end } of REVOCATIONS) {
  test(`${what} ends every other session on its next request, on every instance, and this browser goes on`, async ({
    shopper,
    secondDevice,
    request,
  }) => {
    const ida = await shopper();
    const devices = [
      await secondDevice(ida),
      await secondDevice(ida, { baseURL: environment.secondBaseUrl }),
    ];
    const storeApi = new MedusaStoreApi(request);
    const token = await signInCustomer(storeApi, ida.identity);
    expect((await storeApi.get("/store/customers/me", { token })).status).toBe(200);

    await end(ida);
    for (const device of devices) {
      await device.page.goto("/us/account/orders");
      await expect(device.page.getByText(reason)).toBeVisible();
    }
    expect((await storeApi.get("/store/customers/me", { token })).status).toBe(401);
    expect((await storeApi.post("/auth/token/refresh", { token })).status).toBe(401);

    await ida.page.goto("/us/account/security");
    await expect(ida.page.getByTestId("device-row")).toHaveCount(1);
    await expect(ida.page.getByText("This device")).toBeVisible();
  });
}

test("A wrong password changes nothing and ends nothing", async ({ shopper, secondDevice }) => {
  const ida = await shopper();
  const device = await secondDevice(ida);
  const stranger = ida.with({ password: "not-the-password" });
  await stranger.changePassword("chosen-by-a-stranger");
  await expect(getSection(ida, "Password").getByText("That is not your current password.")).toBeVisible();
  await changeEmail(stranger, `stranger-${randomUUID()}@cloakroom.test`);
  await expect(getSection(ida, "E-mail").getByText("That is not your current password.")).toBeVisible();

  await device.openAccount();
  await ida.signOut();
  await ida.signIn();
});

test("A session can try at most ten passwords, and is told how long to wait", async ({ shopper }) => {
  const ida = await shopper();
  // Signing in resets the count, to which the registration has added.
  await ida.signOut();
  await ida.signIn();
  await ida.page.goto("/us/account/profile");
  const form = getSection(ida, "Password");
  const submit = async (password: string) => {
    await form.getByLabel("Current password").fill(password);
    await form.getByLabel("New password").fill("chosen-by-a-stranger");
    await form.getByRole("button", { name: "Save password" }).click();
    await ida.waitForCart();
  };
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await submit(`guess-${attempt}`);
    await expect(form.getByText("That is not your current password.")).toBeVisible();
  }
  await submit(ida.identity.password);
  await expect(form.getByRole("alert")).toHaveText(
    /Too many attempts\. Please wait 1[1-5] minutes and try again\./,
  );

  // The limit is also sent as a header, on every page that asks for a password.
  for (const path of ["/us/account/profile", "/us/account", "/us/checkout", "/us/order/any/confirmed"]) {
    const response = await ida.page.goto(path);
    const minutes = (Date.parse(response?.headers()["retry-after"] ?? "") - Date.now()) / 60_000;
    expect(minutes, path).toBeGreaterThan(10);
    expect(minutes, path).toBeLessThan(15);
  }
  const elsewhere = await ida.page.goto("/us/store");
  expect(elsewhere?.headers()).not.toHaveProperty("retry-after");
});
