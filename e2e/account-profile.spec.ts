import { readMail } from "./support/mailbox";
import { expect, test } from "./support/fixtures";

test("Name and phone are saved in the backend and shown on every page", async ({ shopper, backend }) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account/profile");
  const name = page.getByRole("region", { name: "Name" });
  await name.getByLabel("First name").fill("Augusta");
  await name.getByLabel("Last name").fill("King");
  await name.getByRole("button", { name: "Save name" }).click();
  await expect(name.getByRole("status")).toHaveText("Saved.");
  await expect(page.getByRole("banner").getByRole("link", { name: "Account of Augusta" })).toBeVisible();
  const phone = page.getByRole("region", { name: "Phone" });
  await phone.getByRole("textbox", { name: "Phone" }).fill("call me");
  await phone.getByRole("button", { name: "Save phone" }).click();
  await expect(phone.getByRole("textbox", { name: "Phone" })).toHaveAccessibleDescription(
    /Please use digits/,
  );
  await phone.getByRole("textbox", { name: "Phone" }).fill("+44 20 7946 0018");
  await phone.getByRole("button", { name: "Save phone" }).click();
  await expect(phone.getByRole("status")).toHaveText("Saved.");

  await page.reload();
  await expect(name.getByLabel("First name")).toHaveValue("Augusta");
  await expect(phone.getByRole("textbox", { name: "Phone" })).toHaveValue("+44 20 7946 0018");
  expect(await backend.findCustomer(ida.identity.email)).toMatchObject({
    first_name: "Augusta",
    last_name: "King",
    phone: "+44 20 7946 0018",
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("A new e-mail address requires the password, is used to sign in, and the old one is notified", async ({
      shopper,
    }) => {
      const ida = await shopper();
      const { page } = ida;
      await page.goto("/us/account/profile");
      const form = page.getByRole("region", { name: "E-mail" });
      const change = async (email: string, password: string) => {
        await form.getByLabel("New e-mail").fill(email);
        await form.getByLabel("Current password").fill(password);
        await form.getByRole("button", { name: "Save e-mail" }).click();
      };
      await change("demo@cloakroom.test", ida.identity.password);
      await expect(form.getByText("We could not use that e-mail address.")).toBeVisible();
      await expect(form.getByLabel("New e-mail")).toHaveValue("demo@cloakroom.test");

      const email = `Moved-${ida.identity.canary}@cloakroom.test`;
      await change(email, ida.identity.password);
      await expect(form.getByText("From now on you sign in with this address")).toBeVisible();
      const moved = ida.with({ email: email.toLowerCase() });
      await moved.openAccount();
      await moved.signOut();
      await ida.signIn(`/us/login?next=${encodeURIComponent("/us/cart")}`);
      await expect(page.getByText("do not belong together")).toBeVisible();
      await moved.signIn();
      expect(await readMail("email-changed", ida.identity.email)).toContain(email.toLowerCase());
    });

    test("A new password is the one that signs in from then on", async ({ shopper }) => {
      const ida = await shopper();
      const { page } = ida;
      await page.goto("/us/account/profile");
      const form = page.getByRole("region", { name: "Password" });
      await form.getByLabel("Current password").fill(ida.identity.password);
      await form.getByLabel("New password").fill("short");
      await form.getByRole("button", { name: "Save password" }).click();
      await expect(form.getByLabel("New password")).toHaveAccessibleDescription(
        /Please use at least 8 characters/,
      );
      await form.getByLabel("Current password").fill(ida.identity.password);
      await form.getByLabel("New password").fill("a-longer-password");
      await form.getByRole("button", { name: "Save password" }).click();
      await expect(form.getByText("Saved. Every other device has been signed out.")).toBeVisible();
      await expect(form.getByLabel("New password")).toHaveValue("");

      await ida.signOut();
      await ida.signIn("/us/login?next=/us/cart");
      await expect(page.getByText("do not belong together")).toBeVisible();
      await ida.with({ password: "a-longer-password" }).signIn();
      await readMail("password-changed", ida.identity.email);
    });
  });
}
