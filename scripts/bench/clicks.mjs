// @ts-check

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
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await watchCount(page);
    await page.getByTestId("add-product-button").click();
    const answer = await answered;
    await answer.finished();
    const { clicked, seen } = await page.evaluate(() => Reflect.get(globalThis, "cartClick"));
    const { startTime, responseEnd } = answer.request().timing();
    const origin = await page.evaluate(() => performance.timeOrigin);
    return { visible: seen - clicked, confirmed: startTime + responseEnd - origin - clicked };
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
