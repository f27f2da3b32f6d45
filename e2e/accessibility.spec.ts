import { expectAccessible, expectNoHorizontalScroll } from "./support/accessibility";
import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";

// Every test runs at 1440 pixels and, by its tag, at 390. Reduced motion, so that axe measures no colour in
// transition.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const PAGES: [name: string, path: string][] = [
  ["the front page", "/us"],
  ["the store", "/us/store"],
  ["a category", "/us/categories/hats"],
  ["a list with a message", "/us/categories/hats?page=99"],
  ["a collection", "/us/collections/the-attendants-shelf"],
  ["a product", "/us/products/seven-oclock-fedora"],
  ["a product that is sold out", "/us/products/left-behind-umbrella"],
  ["search before anything is typed", "/us/search"],
  ["search with results", "/us/search?q=wool"],
  ["search without results", "/us/search?q=zzzz"],
  ["an empty cart", "/us/cart"],
  ["signing in", "/us/login"],
  ["making an account", "/us/register"],
  ["a forgotten password", "/us/forgot-password"],
  ["a link for a new password that is no good", "/us/reset-password?token=used"],
  ["finding an order", "/us/order/look-up"],
  ["a link to an order that has ended", "/us/order/linked?token=ended"],
  ["an order of another browser", "/us/order/order_none/confirmed"],
  ["a product that is not there", "/us/products/nothing-of-that-name"],
  ["a country that is not there", "/xx"],
];

for (const [name, path] of PAGES) {
  test(
    `Anybody can use ${name}, and nothing in it is wider than the screen`,
    { tag: "@phone" },
    async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page, name);
      await expectNoHorizontalScroll(page, name);
    },
  );
}

test(
  "Anybody can use the options of a product, the drawer and the cart",
  { tag: "@phone" },
  async ({ guest }) => {
    const ada = await guest();
    const { page } = ada;
    await ada.openProduct({ handle: "seven-oclock-fedora", options: { Colour: "Cocoa", Size: "59" } });
    await expectAccessible(page, "a combination that is sold out");
    await ada.openProduct({ handle: "seven-oclock-fedora" });
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Please choose a" })).toBeVisible();
    await expectAccessible(page, "a choice that is missing");
    await ada.addToCart();
    // The page behind the open drawer is inert.
    await expectAccessible(page, "the drawer", "[role=dialog]");
    await page.goto("/us/cart");
    await page.getByText("Add a promotion code").click();
    await page.getByRole("textbox", { name: "Promotion code" }).fill("SESAME");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("That code is not valid, or no longer is.")).toBeVisible();
    await expectAccessible(page, "a cart with a code that is refused");
  },
);

test("Anybody can use the menus", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/us");
  await page.getByRole("button", { name: "Shipping to United States" }).click();
  await expect(page.getByRole("group", { name: "Ship to" })).toBeVisible();
  await expectAccessible(page, "the country menu");
});

test(
  "Anybody can enter an address, and learn what is wrong with it",
  { tag: "@phone" },
  async ({ guest }) => {
    const ada = await guest();
    const { page } = ada;
    await ada.fillCart();
    await page.goto("/us/checkout?step=address");
    await expectAccessible(page, "the address");
    await page.getByRole("checkbox", { name: "Billing address is the same" }).uncheck();
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await expect(ada.field("E-mail")).toBeFocused();
    await expectAccessible(page, "an address with everything wrong");
  },
);

test("Anybody can use the rest of the checkout", { tag: "@phone" }, async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us/checkout?step=address");
  await ada.fillContact(AMERICAN);
  const steps = ["delivery", "payment", "review"];
  for (const step of steps) {
    await page.getByRole("button", { name: `Continue to ${step}` }).click();
    await expect(page).toHaveURL(`/us/checkout?step=${step}`);
    await expectAccessible(page, `the ${step}`);
  }
  await ada.placeOrder();
  await expectAccessible(page, "the confirmation");
});

test("The longest name is no wider than the screen", { tag: "@phone" }, async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart({ handle: "extremely-long-merino-scarf", options: { Colour: "Fog" } });
  for (const path of ["/us/products/extremely-long-merino-scarf", "/us/cart", "/us/checkout"]) {
    await page.goto(path);
    await expectNoHorizontalScroll(page, path);
  }
});

test("Nothing is wider than 320 pixels, the width of a small phone and of a page zoomed to 400 %", async ({
  guest,
}) => {
  const ada = await guest({ viewport: { width: 320, height: 640 } });
  await ada.fillCart();
  for (const path of [
    "/us",
    "/us/store",
    "/us/products/seven-oclock-fedora",
    "/us/cart",
    "/us/checkout",
    "/jp/login",
  ]) {
    await ada.page.goto(path);
    await expectNoHorizontalScroll(ada.page, path);
  }
});

test("With reduced motion requested there is none", { tag: "@phone" }, async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart(SCARF);
  const longest = await page.evaluate(() => {
    const times = [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return `${transitionDuration}, ${animationDuration}`.split(",").map((text) => Number.parseFloat(text));
    });
    return Math.max(...times);
  });
  expect(longest).toBeLessThan(0.001);
  const isSmooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(isSmooth).toBe("auto");
});
