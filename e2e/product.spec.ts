import { expect, test } from "./support/fixtures";

test("The pictures of a product are shown one after the other by keyboard alone", async ({ page }) => {
  await page.goto("/us/products/cold-platform-bobble-hat");
  const first = page.getByRole("link", { name: /^Picture 1 of/ });
  const second = page.getByRole("link", { name: /^Picture 2 of/ });
  const gallery = page.getByRole("list", { name: "Pictures" });
  await expect(first).toHaveAttribute("aria-current", "true");
  await gallery.focus();
  await page.keyboard.press("ArrowRight");
  await expect(second).toHaveAttribute("aria-current", "true");
  await expect(first).not.toHaveAttribute("aria-current");

  const third = page.getByRole("link", { name: /^Picture 3 of/ });
  await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(third).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(third).toHaveAttribute("aria-current", "true");
  await expect(gallery.getByRole("img", { name: "Cold Platform Bobble Hat, Bone, view 3" })).toBeInViewport({
    ratio: 0.6,
  });
});

test("The pictures are those of the chosen colour, and the line in the cart has it at once", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct({ handle: "snowed-in-mittens" });
  const pictures = page.getByRole("list", { name: "Pictures" }).getByRole("img");
  await expect(pictures).toHaveCount(3);
  await expect(pictures.first()).toHaveAccessibleName("Snowed-In Mittens, Rust");
  await ada.chooseOption("M");
  await expect(pictures.first()).toHaveAccessibleName("Snowed-In Mittens, Rust");
  await ada.chooseOption("Fog");
  await expect(pictures).toHaveCount(3);
  await expect(pictures.first()).toHaveAccessibleName("Snowed-In Mittens, Fog");
  await expect(pictures.first()).toBeInViewport({ ratio: 0.6 });
  await expect(page.getByRole("link", { name: "Picture 1 of 3" })).toHaveAttribute("aria-current", "true");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(ada.drawer.locator("img")).toHaveAttribute("src", /snowed-in-mittens-fog-1\.webp/);
});

test("An impossible combination of size and colour says so, and others stay selectable", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct({ handle: "north-door-tartan", options: { Colour: "Plum" } });
  await expect(page.getByRole("radio", { name: "Long not available in Plum" })).toBeVisible();
  await ada.chooseOption("Long");
  await expect(
    page.getByText(
      /(Plum is not available in Long|Long is not available in Plum)\. Please choose another combination\./,
    ),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Not available" })).toBeDisabled();
  await ada.chooseOption("Moss");
  await expect(page.getByText("In stock, ready to go.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add to cart" })).toBeEnabled();
});

test("A combination that is sold out says so, and others of the same product can be bought", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct({ handle: "seven-oclock-fedora", options: { Colour: "Cocoa" } });
  await expect(page.getByRole("radio", { name: "59 sold out" })).toBeVisible();
  await ada.chooseOption("59");
  await expect(page.getByText(/(Cocoa, 59|59, Cocoa) is sold out\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
  await ada.chooseOption("Ink");
  await expect(page.getByRole("button", { name: "Add to cart" })).toBeEnabled();
});

test("A sold-out product says so in the list and on its page", async ({ page }) => {
  await page.goto("/us/categories/umbrellas");
  const card = page.getByRole("link", { name: "The Left-Behind Umbrella" });
  await expect(card).toContainText("Sold out");
  await card.click();
  await expect(page.getByText("This is sold out.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
});

test("Low stock is shown as a number", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct({ handle: "fern-on-the-landing" });
  await expect(page.getByText("Only 3 left.")).toBeVisible();
});

test("The price follows the size that is chosen", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct({ handle: "north-door-tartan" });
  const price = page.getByTestId("product-price");
  await expect(price).toHaveText("From $98.00");
  await ada.chooseOption("Moss");
  await ada.chooseOption("Long");
  await expect(price).toHaveText("$124.00");
  await ada.chooseOption("Regular");
  await expect(price).toHaveText("$98.00");
});

test("Adding without a choice asks for it at its control", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct({ handle: "north-door-tartan", options: { Colour: "Moss" } });
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please choose a size." })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Regular" })).toBeFocused();
  await expect(page.getByRole("radio", { name: "Moss" })).toBeChecked();
  await expect(ada.cartLink).toHaveText("Cart (0)");
});
