import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";

test("Adding to the cart opens the drawer with the product, and raises the count", async ({ guest }) => {
  const ada = await guest();
  await ada.addToCart();
  await expect(ada.drawer.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  await expect(ada.drawer).toContainText("Oat");
  await expect(ada.drawer.getByRole("status")).toHaveText("The Attendant's Scarf is in your cart.");
  await expect(ada.cartLink).toHaveText("Cart (1)");
  await expect(ada.drawer.getByTestId("cart-subtotal")).toHaveText("$118.00");
});

test("The drawer takes the focus, and gives it back to the button that opened it", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await expect(ada.drawer.locator(":focus")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(ada.drawer).toBeHidden();
  await expect(page.getByRole("button", { name: "Add to cart" })).toBeFocused();
});

test("Quantities change in the drawer and on the cart page, and the sums follow", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await ada.drawer.getByRole("button", { name: "One more" }).click();
  await expect(ada.cartLink).toHaveText("Cart (2)");
  await ada.waitForCart();
  await expect(ada.drawer.getByTestId("cart-subtotal")).toHaveText("$236.00");

  await ada.drawer.getByRole("link", { name: "View cart" }).click();
  await expect(page).toHaveURL("/us/cart");
  await expect(page.getByRole("heading", { level: 1, name: "Your cart" })).toBeVisible();
  await expect(ada.drawer).toBeHidden();
  await page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" }).selectOption("3");
  await expect(ada.cartLink).toHaveText("Cart (3)");
  await expect(ada.getVisible("cart-subtotal")).toHaveText("$354.00");
  const [subtotal, tax, total] = [
    await ada.readAmount("cart-subtotal"),
    await ada.readAmount("cart-taxes"),
    await ada.readAmount("cart-total"),
  ];
  expect(tax).toBeGreaterThan(0);
  expect(subtotal + tax).toBeCloseTo(total, 2);
});

test("Removing the last thing leaves an empty cart with a way on, and the focus on the page's name", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await page.goto("/us/cart");
  await page.getByRole("button", { name: "Remove The Attendant's Scarf" }).click();
  await expect(ada.emptyCart).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (0)");
  await expect(page.getByRole("heading", { level: 1, name: "Your cart" })).toBeFocused();
  await page.reload();
  await page.getByRole("main").getByRole("link", { name: "Look around the shop" }).click();
  await expect(page).toHaveURL("/us/store");
});

test("The cart survives a reload, and is there in a new tab", async ({ guest, secondTab }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await page.reload();
  await expect(ada.cartLink).toHaveText("Cart (1)");
  const { page: other } = await secondTab(ada);
  await other.goto("/us/cart");
  await expect(other.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  await expect(other.getByRole("banner").getByRole("link", { name: /^Cart/ })).toHaveText("Cart (1)");
});

test("A quantity is limited to the stock, with a message", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  const print = { handle: "fern-on-the-landing" };
  await ada.addToCart(print);
  await expect(ada.drawer.getByText("Only 3 left")).toBeVisible();
  await page.goto("/us/cart");
  const quantity = page.getByRole("combobox", { name: "Quantity of Fern on the Landing" });
  await expect(quantity.getByRole("option")).toHaveText(["1", "2", "3"]);
  await quantity.selectOption("3");
  await expect(ada.cartLink).toHaveText("Cart (3)");
  await ada.waitForCart();

  await ada.openProduct(print);
  await expect(ada.cartLink).toHaveText("Cart (3)");
  await page.getByRole("button", { name: "Add to cart" }).click();
  const refusal = "Only 3 left, and you have 3 in your cart.";
  await expect(ada.drawer.getByRole("alert")).toContainText(refusal);
  await expect(ada.cartLink).toHaveText("Cart (3)");
});

test("A shopper who asks for more than is left is told how many are left", async ({
  guest,
  backend,
  product,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart({ handle: product.handle });
  await page.goto("/us/cart");
  // Waits for the page's first request, which would reveal the change of stock.
  await expect(ada.cartLink).toHaveText("Cart (1)");
  await backend.setStock(product, 2);
  await page.getByRole("combobox", { name: `Quantity of ${product.title}` }).selectOption("5");
  await expect(page.getByRole("alert").filter({ hasText: "Only 2 left." })).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (1)");

  await backend.setStock(product, 1);
  await ada.openProduct({ handle: product.handle });
  await page.getByRole("button", { name: "Add to cart" }).click();
  const refusal = "Only 1 left, and you have 1 in your cart.";
  await expect(ada.drawer.getByRole("alert")).toContainText(refusal);
});

test("A line that sells out is marked, and must be changed before the checkout", async ({
  guest,
  backend,
  product,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart({ handle: product.handle });
  await ada.drawer.getByRole("button", { name: "One more" }).click();
  await ada.waitForCart();
  await backend.setStock(product, 1);
  await expect(async () => {
    await page.goto("/us/cart");
    await expect(page.getByText("Only 1 left. Please choose fewer.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(page.getByRole("link", { name: "Go to checkout" })).toBeHidden();
  await page.getByRole("combobox", { name: `Quantity of ${product.title}` }).selectOption("1");
  await expect(page.getByRole("link", { name: "Go to checkout" })).toBeVisible();
});

test("A promotion code reduces the total as described, and can be removed again", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await page.goto("/us/cart");
  await page.getByText("Add a promotion code").click();
  await page.getByRole("textbox", { name: "Promotion code" }).fill("WELCOME10");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("10% off")).toBeVisible();
  await expect(ada.getVisible("cart-discount")).toHaveText("−$11.80");
  const sum = (await ada.readAmount("cart-subtotal")) - 11.8 + (await ada.readAmount("cart-taxes"));
  expect(await ada.readAmount("cart-total")).toBeCloseTo(sum, 2);

  await page.getByRole("button", { name: "Remove the code WELCOME10" }).click();
  await expect(page.getByText("10% off")).toBeHidden();
  await expect(ada.getVisible("cart-discount")).toBeHidden();
});

test("An unknown code is refused at its field, with what was typed", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await page.goto("/us/cart");
  await page.getByText("Add a promotion code").click();
  const field = page.getByRole("textbox", { name: "Promotion code" });
  await field.fill("SESAME");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(field).toHaveAccessibleDescription("That code is not valid, or no longer is.");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("SESAME");
  await expect(ada.getVisible("cart-total")).toHaveAttribute("data-value", "122.72");
});

test("The cart moves along when the country changes, with that country's prices", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart(SCARF);
  await page.goto("/us/cart");
  await page.getByRole("button", { name: "Shipping to United States" }).click();
  await page.getByRole("group", { name: "Ship to" }).getByRole("button", { name: "Japan" }).click();
  await expect(page).toHaveURL("/jp/cart");
  await expect(ada.getVisible("cart-total")).toHaveText("¥16,800");
  await expect(ada.cartLink).toHaveText("Cart (1)");
});
