import { expectAccessible, expectNoHorizontalScroll } from "./support/accessibility";
import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import type { Guest } from "./support/guest";

/** Chooses the Demo bank at the payment step and goes on to the review. */
async function chooseBank({ page }: Guest): Promise<void> {
  await page.goto("/us/checkout?step=payment");
  await page.getByRole("radio", { name: /^Demo bank/ }).check();
  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(page.getByTestId("payment-method-summary")).toHaveText("Demo bank");
}

test("Paying at the bank: chosen, approved with a security code, and back at the confirmation; every page accessible @phone", async ({
  guest,
  backend,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await chooseBank(ada);
  await expect(page.getByTestId("demo-bank-note")).toContainText("The next page is the Demo bank’s.");
  await expectAccessible(page, "review");
  await ada.placeOrderButton.click();

  await expect(page.getByRole("heading", { level: 1, name: "Pay with Demo bank" })).toBeVisible();
  expect(new URL(page.url()).hostname).toBe("127.0.0.1");
  await expectAccessible(page, "bank");
  await expectNoHorizontalScroll(page, "bank");
  await page.getByRole("button", { name: "Approve after a security code" }).click();
  await expectAccessible(page, "security code");
  await page.getByRole("textbox", { name: /Security code/ }).fill("123456");
  await page.getByRole("button", { name: "Confirm" }).click();

  const id = await ada.waitForConfirmation();
  await expect(ada.getVisible("payment-method")).toHaveText("Demo bank");
  expect((await backend.listOrders(ada.identity.email)).map((order) => order.id)).toEqual([id]);
  // Back opens the bank's page, on which nothing more can be paid.
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "This payment is closed" })).toBeVisible();
  await expectAccessible(page, "closed payment");
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page, "the order that there is").toHaveURL(`/us/order/${id}/confirmed`);
  expect(await backend.listOrders(ada.identity.email)).toHaveLength(1);
});

test("A refusal of the bank is said at the payment step, with the way on, and a double press opens one payment", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.fillCart();
  await ida.openReview(AMERICAN);
  await chooseBank(ida);
  await ida.placeOrderButton.dblclick();
  await page.getByRole("button", { name: "Refuse: card declined" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Your bank has declined the payment." });
  await expect(refusal).toBeFocused();
  await page.getByRole("button", { name: "Continue to review" }).click();
  await ida.placeOrderButton.click();
  await page.getByRole("button", { name: "Approve the payment" }).click();
  const id = await ida.waitForConfirmation();
  expect((await backend.listOrders(ida.identity.email)).map((order) => order.id)).toEqual([id]);
});

test("Without JavaScript the bank is reached, pays, and leads back to the confirmation", async ({
  guest,
  backend,
}) => {
  const ada = await guest({ javaScriptEnabled: false });
  const { page } = ada;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  await chooseBank(ada);
  await ada.placeOrderButton.click();
  await page.getByRole("button", { name: "Approve the payment" }).click();
  const id = await ada.waitForConfirmation();
  expect((await backend.listOrders(ada.identity.email)).map((order) => order.id)).toEqual([id]);
});
