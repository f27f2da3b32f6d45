import type { BrowserContext } from "@playwright/test";
import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";

/** Makes every access throw, as in browsers that block storage for a site. */
function blockProperties(names: string[]): void {
  for (const name of names)
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
}

const blockStorage = (context: BrowserContext) =>
  context.addInitScript(blockProperties, ["sessionStorage", "localStorage", "indexedDB", "BroadcastChannel"]);

test("With all storage but cookies blocked, everything works up to the order", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await blockStorage(ada.context);
  for (const path of ["/us", "/us/store", "/us/categories/hats", "/us/search?q=wool"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  }
  await ada.addToCart();
  await expect(ada.cartLink).toHaveText("Cart (1)");
  await page.goto("/us/cart");
  await page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" }).selectOption("2");
  await expect(ada.getVisible("cart-subtotal")).toHaveText("$236.00");
  await ada.goToReview(AMERICAN);
  await ada.placeOrder();
});

test("With cookies unreadable for scripts as well, the catalogue and the cart work", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await blockStorage(ada.context);
  await ada.context.addInitScript(() =>
    Object.defineProperty(document, "cookie", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    }),
  );
  await ada.addToCart();
  await page.goto("/us/cart");
  await expect(page.getByRole("main").getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
});
