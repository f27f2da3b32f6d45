import type { Browser, Page } from "@playwright/test";

declare global {
  interface Window {
    /** When "Add to cart" was clicked, and when the header's count changed, by the page's clock. */
    cartClick: { clickedAt: number; changedAt: number };
  }
}

/** Runs the work on a page of a new browser context. */
async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds from the click on "Add to cart" on a product's page until the header's count changes, and until the
 * server has confirmed it. Measured in the page itself.
 */
export function measureClick(browser: Browser, url: string): Promise<{ visible: number; confirmed: number }> {
  return withPage(browser, async (page) => {
    await openProduct(page, url);
    await watchCartCount(page);
    await page.getByTestId("add-product-button").click();
    const confirmedAt = await waitForCart(page);
    const { clickedAt, changedAt } = await page.evaluate(() => window.cartClick);
    return { visible: changedAt - clickedAt, confirmed: confirmedAt - clickedAt };
  });
}

/**
 * Bytes of JavaScript over the wire, compressed and with headers, until a page with an empty cache is quiet. The product,
 * if any, is put into the cart before.
 */
export function measureJavaScript(browser: Browser, url: string, productUrl?: string): Promise<number> {
  return withPage(browser, async (page) => {
    if (productUrl) {
      await openProduct(page, productUrl);
      await page.getByTestId("add-product-button").click();
      await waitForCart(page);
    }
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.clearBrowserCache");
    const scripts = new Set<string>();
    let bytes = 0;
    network.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return bytes;
  });
}

async function openProduct(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("radio").first().check();
}

/** Waits until the drawer shows only what the server has confirmed. Returns when that was, by the page's clock. */
async function waitForCart(page: Page): Promise<number> {
  const confirmed = await page.waitForFunction(() => {
    const isShown = document.querySelector('[role=dialog] [data-testid="cart-subtotal"]');
    return isShown && !document.querySelector('[role=dialog] [aria-busy="true"]') && performance.now();
  });
  return Number(await confirmed.jsonValue());
}

async function watchCartCount(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times = { clickedAt: 0, changedAt: 0 };
    window.cartClick = times;
    const link = document.querySelector('[data-testid="nav-cart-link"]');
    if (!link) throw new Error("There is no cart link to watch.");
    addEventListener("click", () => (times.clickedAt ||= performance.now()), { capture: true });
    new MutationObserver(() => (times.changedAt ||= performance.now())).observe(link, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}
