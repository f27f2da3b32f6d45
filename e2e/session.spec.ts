import { expect, test } from "./support/fixtures";
import { Shopper } from "./support/shopper";
import { newEmail } from "./support/medusa-store-api";

test("A shopper makes an account, signs out, signs in again, and stays so from page to page", async ({
  guest,
}) => {
  const ida = Shopper.of(await guest());
  const { page } = ida;
  await ida.register();
  await ida.signOut();
  await page.goto("/us/account");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();

  await ida.signIn();
  for (const path of ["/us", "/us/store", "/us/cart", "/us/account/orders", "/us/account/security"])
    await page.goto(path);
  await expect(
    page.getByRole("banner").getByRole("link", { name: `Account of ${ida.identity.firstName}` }),
  ).toBeVisible();
  await ida.openAccount();
});

test("A wrong password and an unknown address get one answer, and what was typed but the password stays", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.signOut();
  const wrongPassword = ida.with({ password: "not this one" });
  const unknown = ida.with({ email: newEmail() });
  for (const stranger of [wrongPassword, unknown]) {
    await stranger.signIn("/us/login?next=/us/cart");
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "That e-mail address and password do not belong together.",
    );
    await expect(stranger.field("E-mail")).toHaveValue(stranger.identity.email);
  }
});

const FOREIGN = ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/ /x"];

test("Signing in leads on to pages of this shop, and to no other", async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.signOut();
  await ida.signIn("/us/login?next=/us/account/orders?page=1");
  await expect(page).toHaveURL("/us/account/orders?page=1");
  for (const next of FOREIGN) {
    await ida.signIn(`/us/login?next=${encodeURIComponent(next)}`);
    await expect(page, next).toHaveURL("/us/account");
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("Without JavaScript a shopper makes an account, signs out and signs in again", async ({ shopper }) => {
    const ida = await shopper();
    const { page } = ida;
    await ida.signOut();
    const stranger = ida.with({ password: "not this one" });
    await stranger.signIn("/us/login?next=/us/cart");
    await expect(page.getByText("do not belong together")).toBeVisible();
    await expect(ida.field("E-mail")).toHaveValue(ida.identity.email);
    await ida.signIn(null);
    await expect(page).toHaveURL("/us/cart");
    await ida.openAccount();
  });
});
