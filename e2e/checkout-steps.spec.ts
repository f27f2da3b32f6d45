import { AMERICAN, FRENCH } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";

test("Every step has its own URL, so that Back, Forward and a reload work", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.fillCart();
  await ada.goToReview(AMERICAN);
  await expect(page).toHaveURL("/us/checkout?step=review");
  await page.goBack();
  await expect(page).toHaveURL("/us/checkout?step=payment");
  await expect(page.getByRole("button", { name: "Continue to review" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/us/checkout?step=delivery");
  await page.goBack();
  await expect(page).toHaveURL("/us/checkout?step=address");
  await expect(ada.field("E-mail")).toHaveValue(email);
  await expect(ada.field("Apartment, floor, c/o")).toHaveValue("Floor 86");
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("NY");
  await page.goForward();
  await expect(page).toHaveURL("/us/checkout?step=delivery");
  await page.reload();
  await expect(page.getByRole("button", { name: "Continue to payment" })).toBeVisible();
});

test("Every step can be changed from the review, and the others keep their values", async ({
  guest,
  backend,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await ada.goToReview(AMERICAN);
  await page.getByRole("link", { name: "Edit address" }).click();
  await ada.field("Apartment, floor, c/o").fill("Floor 102");
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await page.getByRole("radio", { name: "Express" }).check();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(ada.getVisible("shipping-address-summary")).toContainText("Floor 102");
  await expect(ada.getVisible("delivery-option-summary")).toContainText("Express");

  await page.getByRole("link", { name: "Edit delivery" }).click();
  await expect(page.getByRole("radio", { name: "Express" })).toBeChecked();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(page.getByRole("link", { name: "Edit delivery" })).toBeVisible();
  await page.getByRole("button", { name: "Continue to review" }).click();
  await page.getByRole("link", { name: "Edit payment" }).click();
  await expect(page.getByRole("radio", { name: "Pay later by invoice" })).toBeChecked();
  await page.getByRole("button", { name: "Continue to review" }).click();

  const order = await backend.getOrder(await ada.placeOrder());
  expect(order.shipping_address.address_2).toBe("Floor 102");
  expect(order.shipping_methods.map(({ name }) => name)).toEqual(["Express"]);
});

test("The billing address may differ from the shipping address", async ({ guest, backend }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart({ ...SCARF, country: "fr" });
  await page.goto("/fr/checkout");
  await ada.fillContact(FRENCH);
  await page.getByRole("checkbox", { name: "Billing address is the same" }).uncheck();
  const bill = { "first-name": "Charles", "last-name": "Babbage", postal: "10115", city: "Berlin" };
  for (const [name, text] of Object.entries(bill)) await page.getByTestId(`billing-${name}-input`).fill(text);
  await page.getByTestId("billing-address-input").fill("Unter den Linden 77");
  await page.getByTestId("billing-country-select").selectOption("Germany");
  for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"])
    await page.getByRole("button", { name: next }).click();
  await expect(ada.getVisible("billing-address-summary")).toContainText("Charles Babbage");
  const order = await backend.getOrder(await ada.placeOrder());
  expect(order.shipping_address).toMatchObject(ada.ownAddress(FRENCH).stored);
  expect(order.billing_address).toMatchObject({ first_name: "Charles", country_code: "de", city: "Berlin" });
});

test("A likely typo in the e-mail address is pointed out, and corrected with one click", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us/checkout");
  const email = ada.field("E-mail");
  await email.fill("ada@gmial.com");
  await email.press("Tab");
  await page.getByRole("button", { name: "ada@gmail.com" }).click();
  await expect(email).toHaveValue("ada@gmail.com");
  await expect(email).toBeFocused();
});

test("A step is not skipped: asking for a later one says what is missing", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us/checkout?step=review");
  await expect(page.getByText("One thing before that: the address is still missing.")).toBeVisible();
  await expect(ada.field("E-mail")).toBeVisible();
});

test("With nothing in the cart the checkout leads to the cart, which says so", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await page.goto("/us/checkout?step=review");
  await expect(page).toHaveURL("/us/cart");
  await expect(ada.emptyCart).toContainText("Nothing on your hook yet.");
});
