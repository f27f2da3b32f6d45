/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toLanUrl, withLanBrowser } from "./support/lan-browser";
import { sendControl } from "./support/controls";
import { environment } from "./support/environment";
import { expect, test as base } from "./support/fixtures";
import { SCARF } from "./support/guest";

/** Runs `npm run dev` on the test shop. */
const test = base.extend<object, { development: void }>({
  baseURL: async ({}, provide) => provide(environment.developmentUrl),
  development: [
    async ({}, provide) => {
      await sendControl("development/start");
      await provide();
      await sendControl("development/stop");
    },
    { auto: true, scope: "worker", timeout: 300_000 },
  ],
});

test.setTimeout(300_000);

/** Errors and warnings in the log of the development server. */
function listLogErrors(): string[] {
  const log = readFileSync(join(environment.logsFolder, "storefront-development.log"), "utf8");
  return log.split("\n").filter((line) => /⨯|\bError\b|\berror\b|Console|Warning/.test(line));
}

test("The development server reports no problem, in its terminal and in the browser", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await page.goto("/us");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await ada.addToCart(SCARF);
  for (const path of ["/us/cart", "/us/checkout?step=address", "/us/account", "/us/login", "/us/cart"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await ada.waitForHydration();
  }
  await expect(ada.cartLink).toHaveText("Cart (1)");
  expect(listLogErrors()).toEqual([]);
});

test("On the development server a phone in the same network can fill a cart over plain http", async () => {
  await withLanBrowser(async (context) => {
    const page = await context.newPage();
    await page.goto(`${toLanUrl(environment.developmentUrl)}/us/products/${SCARF.handle}`);
    await page.getByRole("radio", { name: "Oat" }).check();
    await page.getByRole("button", { name: "Add to cart" }).click();
    const link = page.getByTestId("nav-cart-link").filter({ visible: true });
    await expect(link).toHaveText("Cart (1)");
    await expect(page.locator("[aria-busy=true]").filter({ visible: true })).toHaveCount(0);
    await page.goto(`${toLanUrl(environment.developmentUrl)}/us/cart`);
    await expect(page.getByRole("main").getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
    await expect(page.getByTestId("cookies-refused")).toHaveCount(0);
  });
});
