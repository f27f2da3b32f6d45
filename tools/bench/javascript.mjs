// @ts-check

/**
 * @typedef {import("@playwright/test").Browser} Browser
 * @typedef {import("@playwright/test").Page} Page
 */

/**
 * Bytes of JavaScript that cross the wire (compressed, with headers) until a page with an empty cache is quiet.
 * @param {Browser} browser
 * @param {string} url
 * @param {(page: Page) => Promise<unknown>} [before] what a shopper does first, not counted
 */
export async function measureJavaScript(browser, url, before = async () => {}) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await before(page);
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.clearBrowserCache");
    const scripts = new Set();
    let bytes = 0;
    network.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return bytes;
  } finally {
    await context.close();
  }
}
