import { randomUUID } from "node:crypto";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { readMail } from "./support/mailbox";
import { newEmail, MedusaStoreApi } from "./support/medusa-store-api";

for (const javaScriptEnabled of [true, false]) {
  test(`A refused password is explained at its field, and nothing else that was typed is lost${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    guest,
  }) => {
    const { page } = await guest({ javaScriptEnabled });
    const email = newEmail();
    const typed = { "First name": "Augusta", "Last name": "Lovelace", "E-mail": email };
    const field = page.getByLabel("Password", { exact: true });
    const submit = async (password: string) => {
      await field.fill(password);
      await page.getByRole("button", { name: "Create account" }).click();
    };
    await page.goto("/us/register");
    for (const [label, text] of Object.entries(typed))
      await page.getByRole("main").getByLabel(label).fill(text);
    for (const [password, message] of [
      ["password", /one of the first passwords anybody would try\. Please use/],
      ["Lovelace1", /made of your name, your e-mail address or the shop's name\. Please use/],
      ["         ", /Spaces alone are easy to guess\. Please add/],
    ] as const) {
      await submit(password);
      await expect(field).toHaveAccessibleDescription(message);
      for (const [label, text] of Object.entries(typed))
        await expect(page.getByRole("main").getByLabel(label)).toHaveValue(text);
    }
    await submit(`unheard-of-${randomUUID()}`);
    await expect(page).toHaveURL(/\/us\/account$/);
  });
}

test("A new password is explained in the account and behind the mailed link, which stays good", async ({
  shopper,
  request,
}) => {
  const ida = await shopper();
  const { page, identity } = ida;
  const field = page.getByLabel("New password");
  await ida.changePassword("iloveyou");
  await expect(field).toHaveAccessibleDescription(/one of the first passwords/);
  const storeApi = new MedusaStoreApi(request);
  await storeApi.post("/auth/customer/emailpass/reset-password", {
    body: { identifier: identity.email, metadata: { country: "us" } },
  });
  const [, path = ""] =
    /(\/us\/reset-password\?token=[\w.-]+)/.exec(await readMail("password-reset", identity.email)) ?? [];
  await page.goto(path);
  const submit = async (password: string) => {
    await field.fill(password);
    await page.getByRole("button", { name: "Set the password" }).click();
  };
  await submit(identity.email);
  await expect(field).toHaveAccessibleDescription(/made of your name, your e-mail address/);
  await submit(`unheard-of-${randomUUID()}`);
  await ida.waitForAccount();
});

test("An admin can neither sign in to the shop nor be registered as a customer", async ({
  guest,
  backend,
}) => {
  const { page } = await guest();
  const { email, password } = environment.admin;
  await page.goto("/us/login");
  await page.getByRole("main").getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That e-mail address and password do not belong together.")).toBeVisible();
  await expect(backend.findCustomer(email)).rejects.toThrow("Nobody has an account");
});
