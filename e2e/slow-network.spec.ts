import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";

/** Delays the scripts of every page until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("Choices made before scripts load are kept", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  const release = await holdScripts(page);
  await page.goto("/us/products/north-door-tartan", { waitUntil: "commit" });
  await ada.chooseOption("Moss");
  await ada.chooseOption("Long");
  release();
  await expect(ada.getVisible("product-price")).toHaveText("$124.00");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(ada.drawer).toContainText("North Door Tartan");
});

test("A product added before scripts load is in the cart", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  const release = await holdScripts(page);
  await page.goto(`/us/products/${SCARF.handle}`, { waitUntil: "commit" });
  await ada.chooseOption("Oat");
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await posted;
  release();
  await expect(ada.cartLink).toHaveText("Cart (1)");
});

test("A quantity chosen before scripts load takes effect", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  const release = await holdScripts(page);
  await page.goto("/us/cart", { waitUntil: "commit" });
  const quantity = page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" });
  await quantity.selectOption("3");
  release();
  await expect(ada.cartLink).toHaveText("Cart (3)");
  await expect(ada.getVisible("cart-subtotal")).toHaveText("$354.00");
  await page.reload();
  await expect(quantity).toHaveValue("3");
});

test("An address typed before scripts load is kept", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await ada.addToCart();
  const release = await holdScripts(page);
  await page.goto("/us/checkout?step=address", { waitUntil: "commit" });
  await ada.field("E-mail").fill(email);
  await ada.field("City").fill("New York");
  release();
  await ada.waitForHydration();
  await expect(ada.field("E-mail")).toHaveValue(email);
  await expect(ada.field("City")).toHaveValue("New York");
});
