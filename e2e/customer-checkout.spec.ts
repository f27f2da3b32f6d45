import { AMERICAN } from "./addresses";
import { expect, type Shopper, test } from "./shopper";

/** Puts an address into the customer's book, by its form. */
async function keepAddress(shopper: Shopper): Promise<void> {
  const { page } = shopper;
  await page.goto("/us/account/addresses?edit=new");
  for (const [label, text] of Object.entries(AMERICAN.texts)) await shopper.field(label).fill(text);
  for (const [label, choice] of Object.entries(AMERICAN.choices))
    await page.getByRole("combobox", { name: label }).selectOption(choice);
  await page.getByRole("button", { name: "Save address" }).click();
  await expect(page).toHaveURL("/us/account/addresses");
}

test("A customer with a saved address buys in two presses, and the order is theirs", async ({
  shopper,
  page,
  backend,
}) => {
  await keepAddress(shopper);
  await shopper.add();
  await page.goto("/us/checkout");
  await expect(shopper.field("E-mail")).toHaveValue(shopper.identity.email);
  await expect(page.getByRole("radio", { name: "Ada Lovelace" })).toBeChecked();
  await page.getByRole("button", { name: "Straight to the review" }).click();
  await expect(shopper.shown("shipping-address-summary")).toContainText("350 Fifth Avenue");
  await expect(shopper.shown("delivery-option-summary")).toBeVisible();
  const order = await backend.getOrder(await shopper.placeOrder());
  expect(order.shipping_address).toMatchObject(AMERICAN.stored);
  expect(order.email).toBe(shopper.identity.email);
  expect(order.customer).toMatchObject({ email: shopper.identity.email, has_account: true });
  await expect(shopper.cartLink).toHaveText("Cart (0)");
  await page.goto("/us/account/orders");
  await expect(page.getByRole("main").getByText(`${order.display_id}`).first()).toBeVisible();
});

test("A new address can be kept from the checkout, and is offered the next time", async ({
  shopper,
  page,
}) => {
  await shopper.add();
  await page.goto("/us/checkout?step=address");
  await expect(shopper.field("First name")).toHaveValue(shopper.identity.firstName);
  await shopper.fillAddress(AMERICAN, shopper.identity.email);
  await expect(page.getByRole("checkbox", { name: "Save this address for next time" })).toBeChecked();
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL("/us/checkout?step=delivery");

  await page.goto("/us/account/addresses");
  await expect(page.getByRole("main").getByText("350 Fifth Avenue", { exact: true })).toHaveCount(1);
  await page.goto("/us/checkout?step=address");
  await expect(page.getByRole("radio", { name: "Ada Lovelace" })).toBeChecked();
  await page.getByRole("radio", { name: "Another address" }).check();
  await shopper.field("Address").fill("1 Other Street");
  await page.getByRole("checkbox", { name: "Save this address for next time" }).uncheck();
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(shopper.shown("shipping-address-summary")).toContainText("1 Other Street");
  await page.goto("/us/account/addresses");
  await expect(page.getByRole("main").getByText("350 Fifth Avenue", { exact: true })).toHaveCount(1);
  await expect(page.getByRole("main").getByText("1 Other Street", { exact: true })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`Signing in midway keeps the cart and every field that was typed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      shopper,
      page,
      backend,
    }) => {
      await shopper.signOut();
      await shopper.open({ handle: "attendants-scarf", options: { Colour: "Oat" } });
      await page.getByRole("button", { name: "Add to cart" }).click();
      if (javaScriptEnabled) await shopper.settle();
      else await expect(page).toHaveURL("/us/cart");
      await page.goto("/us/checkout?step=address");
      await shopper.fillAddress(AMERICAN, shopper.identity.email);
      await shopper.field("Phone").fill("+1 212 555");
      await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(/\/us\/login\?next=/);
      await shopper.signIn(null);

      await expect(page).toHaveURL("/us/checkout?step=address");
      for (const [label, text] of Object.entries(AMERICAN.texts))
        await expect(shopper.field(label), label).toHaveValue(text);
      await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("NY");
      await expect(shopper.field("Phone")).toHaveValue("+1 212 555");
      for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"])
        await page.getByRole("button", { name: next }).click();
      const order = await backend.getOrder(await shopper.placeOrder());
      expect(order.customer).toMatchObject({ email: shopper.identity.email, has_account: true });
      expect(order.shipping_address).toMatchObject(AMERICAN.stored);
    });
  });
}

test("Signing in at the last look leads back to it, with delivery and payment as they were chosen", async ({
  shopper,
  page,
  backend,
}) => {
  await shopper.signOut();
  await shopper.add();
  await shopper.goToReview(AMERICAN, shopper.identity.email);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/us\/login\?next=/);
  await shopper.signIn(null);
  await expect(page).toHaveURL("/us/checkout?step=review");
  const order = await backend.getOrder(await shopper.placeOrder());
  expect(order.customer).toMatchObject({ email: shopper.identity.email, has_account: true });
});

test("A customer who presses twice orders once", async ({ shopper, backend }) => {
  await shopper.add();
  await shopper.goToReview(AMERICAN, shopper.identity.email);
  await shopper.placeOrderButton.dblclick();
  const id = await shopper.waitForConfirmation();
  expect((await backend.listOrders(shopper.identity.email)).map((order) => order.id)).toEqual([id]);
});
