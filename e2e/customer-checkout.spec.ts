import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";

test("A customer with a saved address buys in two presses, and the order is theirs", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.saveAddress(AMERICAN);
  await ida.fillCart();
  await page.goto("/us/checkout");
  await expect(ida.field("E-mail")).toHaveValue(ida.identity.email);
  await expect(page.getByRole("radio", { name: "Ada Lovelace" })).toBeChecked();
  await page.getByRole("button", { name: "Straight to the review" }).click();
  await expect(ida.getVisible("shipping-address-summary")).toContainText("350 Fifth Avenue");
  await expect(ida.getVisible("delivery-option-summary")).toBeVisible();
  const order = await backend.getOrder(await ida.placeOrder());
  expect(order.shipping_address).toMatchObject(ida.ownAddress(AMERICAN).stored);
  expect(order.email).toBe(ida.identity.email);
  expect(order.customer).toMatchObject({ email: ida.identity.email, has_account: true });
  await expect(ida.cartLink).toHaveText("Cart (0)");
  await page.goto("/us/account/orders");
  await expect(page.getByRole("main").getByText(`${order.display_id}`).first()).toBeVisible();
});

test("A new address can be kept from the checkout, and is offered the next time", async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.fillCart();
  await page.goto("/us/checkout?step=address");
  await expect(ida.field("First name")).toHaveValue(ida.identity.firstName);
  await ida.fillContact(AMERICAN);
  await expect(page.getByRole("checkbox", { name: "Save this address for next time" })).toBeChecked();
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL("/us/checkout?step=delivery");

  await page.goto("/us/account/addresses");
  await expect(
    page.getByRole("main").getByText(ida.ownAddress(AMERICAN).stored.address_1 ?? "", { exact: true }),
  ).toHaveCount(1);
  await page.goto("/us/checkout?step=address");
  await expect(page.getByRole("radio", { name: "Ada Lovelace" })).toBeChecked();
  await page.getByRole("radio", { name: "Another address" }).check();
  await ida.field("Address").fill("1 Other Street");
  await page.getByRole("checkbox", { name: "Save this address for next time" }).uncheck();
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(ida.getVisible("shipping-address-summary")).toContainText("1 Other Street");
  await page.goto("/us/account/addresses");
  await expect(
    page.getByRole("main").getByText(ida.ownAddress(AMERICAN).stored.address_1 ?? "", { exact: true }),
  ).toHaveCount(1);
  await expect(page.getByRole("main").getByText("1 Other Street", { exact: true })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`Signing in midway keeps the cart and every field that was typed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      shopper,
      backend,
    }) => {
      const ida = await shopper();
      const { page } = ida;
      await ida.signOut();
      await ida.openProduct({ handle: "attendants-scarf", options: { Colour: "Oat" } });
      await page.getByRole("button", { name: "Add to cart" }).click();
      if (javaScriptEnabled) await ida.waitForCart();
      else await expect(page).toHaveURL("/us/cart");
      await page.goto("/us/checkout?step=address");
      await ida.fillContact(AMERICAN);
      await ida.field("Phone").fill("+1 212 555");
      await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(/\/us\/login\?next=/);
      await ida.signIn(null);

      await expect(page).toHaveURL("/us/checkout?step=address");
      for (const [label, text] of Object.entries(ida.ownAddress(AMERICAN).texts))
        await expect(ida.field(label), label).toHaveValue(text);
      await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("NY");
      await expect(ida.field("Phone")).toHaveValue("+1 212 555");
      for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"])
        await page.getByRole("button", { name: next }).click();
      const order = await backend.getOrder(await ida.placeOrder());
      expect(order.customer).toMatchObject({ email: ida.identity.email, has_account: true });
      expect(order.shipping_address).toMatchObject(ida.ownAddress(AMERICAN).stored);
    });
  });
}

test("Signing in at the last look leads back to it, with delivery and payment as they were chosen", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.signOut();
  await ida.fillCart();
  await ida.openReview(AMERICAN);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/us\/login\?next=/);
  await ida.signIn(null);
  await expect(page).toHaveURL("/us/checkout?step=review");
  const order = await backend.getOrder(await ida.placeOrder());
  expect(order.customer).toMatchObject({ email: ida.identity.email, has_account: true });
});

test("A customer who presses twice orders once", async ({ shopper, backend }) => {
  const ida = await shopper();
  await ida.fillCart();
  await ida.openReview(AMERICAN);
  await ida.placeOrderButton.dblclick();
  const id = await ida.waitForConfirmation();
  expect((await backend.listOrders(ida.identity.email)).map((order) => order.id)).toEqual([id]);
});
