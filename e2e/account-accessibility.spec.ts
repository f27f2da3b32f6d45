import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const PAGES = ["", "/profile", "/addresses", "/orders", "/security"];

test("Anybody can use the account", { tag: "@phone" }, async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  for (const path of PAGES) {
    await page.goto(`/us/account${path}`);
    await expect(page.getByRole("navigation", { name: "Account" })).toBeVisible();
    await expectAccessible(page, path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
  await ida.signOut();
});
