// @ts-check
/// <reference lib="dom" />

/**
 * @typedef {import("@playwright/test").Browser} Browser
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {{ visible: number, confirmed: number }} Click milliseconds
 */

/**
 * Milliseconds from the click on "Add to cart" until the header's count has changed, and until the server has
 * confirmed it. Measured in the page itself, by its own clock.
 * @param {Browser} browser
 * @param {string} url a product page
 * @returns {Promise<Click>}
 */
export async function measureClick(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await openProduct(page, url);
    await watchCount(page);
    await page.getByTestId("add-product-button").click();
    const confirmed = await waitForCart(page);
    const { clicked, seen } = await page.evaluate(() => Reflect.get(globalThis, "cartClick"));
    return { visible: seen - clicked, confirmed: confirmed - clicked };
  } finally {
    await context.close();
  }
}

/**
 * A product page, with the first of its variants chosen.
 * @param {Page} page
 * @param {string} url
 */
export async function openProduct(page, url) {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("radio").first().check();
}

/**
 * Until the drawer shows nothing that the server has not confirmed.
 * @param {Page} page
 * @returns {Promise<number>} when that was, by the page's clock
 */
export async function waitForCart(page) {
  const settled = await page.waitForFunction(() => {
    const isShown = document.querySelector('[role=dialog] [data-testid="cart-subtotal"]');
    return isShown && !document.querySelector('[role=dialog] [aria-busy="true"]') && performance.now();
  });
  return Number(await settled.jsonValue());
}

/** @param {Page} page */
async function watchCount(page) {
  await page.evaluate(() => {
    const times = { clicked: 0, seen: 0 };
    Reflect.set(globalThis, "cartClick", times);
    const link = document.querySelector('[data-testid="nav-cart-link"]');
    if (!link) throw new Error("There is no cart link to watch.");
    addEventListener("click", () => (times.clicked ||= performance.now()), { capture: true });
    new MutationObserver(() => (times.seen ||= performance.now())).observe(link, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}
