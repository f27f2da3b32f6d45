import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";

test.use({ javaScriptEnabled: false });

test("Without JavaScript a guest browses, chooses, fills the cart and buys", async ({ guest, backend }) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await page.goto("/us");
  await page.getByRole("main").getByRole("link", { name: "Shop all" }).click();
  await page.getByRole("link", { name: "Price, high to low" }).click();
  await expect(page).toHaveURL("/us/store?sortBy=price_desc");
  await page.getByRole("banner").getByRole("link", { name: "Scarves" }).click();
  await page.getByRole("main").getByRole("link", { name: "The Attendant's Scarf" }).click();
  await ada.chooseOption("Oat");
  await page.getByRole("button", { name: "Add to cart" }).click();

  await expect(page).toHaveURL("/us/cart");
  await page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" }).selectOption("2");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(ada.getVisible("cart-subtotal")).toHaveText("$236.00");
  await page.getByRole("link", { name: "Go to checkout" }).click();

  await ada.fillContact(AMERICAN);
  for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"])
    await page.getByRole("button", { name: next }).click();
  const order = await backend.getOrder(await ada.placeOrder());
  expect(order.email).toBe(email);
  expect(order.items).toEqual([expect.objectContaining({ variant_title: "Oat", quantity: 2 })]);
  expect(order.shipping_address).toMatchObject(ada.ownAddress(AMERICAN).stored);
});

test("Without JavaScript a wrong address comes back with its messages and everything that was typed", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.openProduct(SCARF);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/us/checkout");
  await ada.fillContact(AMERICAN);
  await ada.field("ZIP code").fill("1O118");
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  const zip = ada.field("ZIP code");
  await expect(zip).toHaveAccessibleDescription("Enter a ZIP code such as 10001.");
  await expect(zip).toHaveAttribute("aria-invalid", "true");
  await expect(zip).toHaveValue("1O118");
  await expect(zip).toBeFocused();
  await expect(ada.field("E-mail")).toHaveValue(email);
  await expect(ada.field("Apartment, floor, c/o")).toHaveValue("Floor 86");
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("NY");
  await expect(page.getByRole("checkbox", { name: "Billing address is the same" })).toBeChecked();
});

test("Without JavaScript the cart accepts codes, refuses wrong ones, and lines can be removed", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct(SCARF);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByText("Add a promotion code").click();
  await page.getByRole("textbox", { name: "Promotion code" }).fill("SESAME");
  await page.getByRole("button", { name: "Apply" }).click();
  const field = page.getByRole("textbox", { name: "Promotion code" });
  await expect(field).toHaveAccessibleDescription("That code is not valid, or no longer is.");
  await expect(field).toHaveValue("SESAME");
  await field.fill("WELCOME10");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(ada.getVisible("cart-discount")).toHaveText("−$11.80");
  await page.getByRole("button", { name: "Remove The Attendant's Scarf" }).click();
  await expect(ada.emptyCart).toBeVisible();
});

test("Without JavaScript unavailable options are listed, and the stock limit is shown", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await page.goto("/us/products/north-door-tartan");
  await expect(page.getByText(/Not to be had: (Plum, Long|Long, Plum) \(not available\)\./)).toBeVisible();
  await ada.chooseOption("Plum");
  await ada.chooseOption("Long");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText("That combination is not available. Please choose another.")).toBeVisible();

  await page.goto("/us/products/fern-on-the-landing");
  for (let count = 0; count < 3; count += 1) {
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page).toHaveURL("/us/cart");
    await page.goBack();
  }
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText("Only 3 left, and you have 3 in your cart.")).toBeVisible();
});

test("Without JavaScript the country can be switched", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await page.goto("/us/products/attendants-scarf");
  await page.getByRole("button", { name: "Shipping to United States" }).click();
  await page.getByRole("group", { name: "Ship to" }).getByRole("button", { name: "United Kingdom" }).click();
  await expect(page).toHaveURL("/gb/products/attendants-scarf");
  await expect(ada.getVisible("product-price")).toHaveText("£89.00");
});

test("Without JavaScript the pictures of the chosen colour are reached by their thumbnails", async ({
  page,
}) => {
  await page.goto("/us/products/cold-platform-bobble-hat");
  const gallery = page.getByRole("list", { name: "Pictures" });
  for (const colour of ["Bone", "Fog"]) {
    if (colour !== "Bone") await page.getByRole("radio", { name: colour }).check();
    await page.getByRole("link", { name: "Picture 2 of 3" }).click();
    await expect(gallery.getByRole("img")).toHaveCount(3);
    const picture = gallery.getByRole("img", { name: `Cold Platform Bobble Hat, ${colour}, view 2` });
    await expect(picture).toBeInViewport({ ratio: 0.6 });
  }
});
