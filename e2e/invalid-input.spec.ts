import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";

const LISTS: [query: string, message: string][] = [
  ["page=0", "There is no such page, so here is the first."],
  ["page=-1", "There is no such page, so here is the first."],
  ["page=two", "There is no such page, so here is the first."],
  ["page=1e3", "There is no such page, so here is the first."],
  ["page=99", "There is no page 99; this is the last."],
  ["sortBy=colour", "We cannot sort by that, so here is everything in the usual order."],
  ["sortBy=price_asc&page=%00", "There is no such page, so here is the first."],
];

test("A list with invalid query parameters shows the nearest valid one, and says so", async ({ page }) => {
  for (const path of ["/us/store", "/us/categories/hats", "/us/collections/city-rain"]) {
    for (const [query, message] of LISTS) {
      const response = await page.goto(`${path}?${query}`);
      expect(response?.status(), query).toBe(200);
      await expect(page.getByRole("main").getByText(message), `${path}?${query}`).toBeVisible();
      await expect(page.getByTestId("products-list").getByRole("link").first()).toBeVisible();
    }
  }
});

test("A list with an unparsable query is shown nevertheless", async ({ page }) => {
  for (const query of [
    "page=..%2F..%2Fcart",
    "page=2&page=3",
    "sortBy[]=price_asc",
    "page=",
    "%00=%00",
    "page=%",
  ]) {
    const response = await page.goto(`/us/store?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(page.getByTestId("products-list").getByRole("link").first()).toBeVisible();
  }
});

test("An unknown checkout step shows the current step with a message", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  for (const step of ["nonsense", "review%00", "address&step=review"]) {
    const response = await page.goto(`/us/checkout?step=${step}`);
    expect(response?.status(), step).toBe(200);
    await expect(ada.field("E-mail")).toBeVisible();
  }
  await page.goto("/us/checkout?step=nonsense");
  await expect(
    page.getByText("The checkout has no step of that name, so here is the address."),
  ).toBeVisible();
});

const QUANTITIES: [sent: string, message: string][] = [
  ["0", "Please choose at least one."],
  ["-3", "A quantity cannot be negative."],
  ["1.5", "Please enter a whole number."],
  ["many", "Please enter a whole number."],
  ["1e9", "of one thing at a time."],
];

test("An invalid quantity is refused with the reason, and nothing is added to the cart", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  for (const [sent, message] of QUANTITIES) {
    await ada.openProduct(SCARF);
    await page
      .locator("input[name=quantity]")
      .evaluate((input: HTMLInputElement, text) => (input.value = text), sent);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(ada.drawer.getByRole("alert"), sent).toContainText(message);
    await expect(ada.cartLink).toHaveText("Cart (0)");
  }
});

test("A quantity typed into the drawer is saved when valid, and reset when not", async ({ guest }) => {
  const ada = await guest();
  await ada.addToCart();
  const quantity = ada.drawer.getByRole("textbox", { name: "Quantity of The Attendant's Scarf" });
  for (const typed of ["zero", "0", "-2", "1000"]) {
    await quantity.fill(typed);
    await quantity.press("Enter");
    await expect(quantity, typed).toHaveValue("1");
  }
  await quantity.fill("4");
  await quantity.press("Enter");
  await expect(ada.cartLink).toHaveText("Cart (4)");
  await ada.waitForCart();
  await expect(quantity).toHaveValue("4");
});

test("Choices that no form offers are refused", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct(SCARF);
  const radio = page.getByRole("radio", { name: "Oat" });
  await radio.evaluate((input: HTMLInputElement) => (input.value = "Invisible"));
  await page
    .locator("input[name=handle]")
    .evaluate((input: HTMLInputElement) => (input.value = "../../admin"));
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (0)");
});
