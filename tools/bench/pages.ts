import type { Browser, Page } from "@playwright/test";
import { environment } from "../../e2e/support/environment";
import type { Bench, Table } from "./bench";
import { median, PAGES, PRODUCT } from "./measurement";

const CHECKOUT = "/us/checkout";
const CLICKS = 5;
const KIB = 1024;

/** Bytes of JavaScript over the wire, compressed and with headers, until a page with an empty cache is quiet. */
export async function measureJavaScript({ browser }: Bench): Promise<Table> {
  const rows: Table["rows"] = {};
  for (const path of [...PAGES, CHECKOUT]) {
    const bytes = await withPage(browser, (page) => countScriptBytes(page, path));
    rows[path] = { KiB: (bytes / KIB).toFixed(1), target: path === PRODUCT ? "≤ 160" : "" };
  }
  return { title: "JavaScript over the wire", rows };
}

/**
 * Milliseconds from the click on "Add to cart" on a product's page until the header's count changes, and until the
 * server has confirmed it. Measured in the page itself.
 */
export async function measureClicks({ browser }: Bench): Promise<Table> {
  const clicks = [];
  for (let turn = 0; turn < CLICKS; turn += 1) clicks.push(await withPage(browser, measureClick));
  const visible = median(clicks.map(({ changedAt, clickedAt }) => changedAt - clickedAt));
  const confirmed = median(clicks.map(({ confirmedAt, clickedAt }) => confirmedAt - clickedAt));
  return {
    title: `From "Add to cart" (median of ${CLICKS})`,
    rows: {
      "until the count shows it": { ms: Math.round(visible), target: "≤ 100" },
      "until the server has confirmed it": { ms: Math.round(confirmed), target: "" },
    },
  };
}

/** Runs the work on a page of a new browser context. */
async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: environment.baseUrl });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function countScriptBytes(page: Page, path: string): Promise<number> {
  // The checkout is only there for a cart with something in it.
  if (path === CHECKOUT) await measureClick(page);
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
  await page.goto(path, { waitUntil: "networkidle" });
  return bytes;
}

/** Adds the product to the cart, and returns when it was what, by the page's clock. */
async function measureClick(page: Page) {
  await page.goto(PRODUCT, { waitUntil: "networkidle" });
  await page.getByRole("radio").first().check();
  const times = await page.getByTestId("nav-cart-link").evaluateHandle((link) => {
    const seen = { clickedAt: 0, changedAt: 0 };
    addEventListener("click", () => (seen.clickedAt ||= performance.now()), { capture: true });
    new MutationObserver(() => (seen.changedAt ||= performance.now())).observe(link, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return seen;
  });
  await page.getByTestId("add-product-button").click();
  // The drawer shows only what the server has confirmed.
  const confirmed = await page.waitForFunction(() => {
    const isShown = document.querySelector('[role=dialog] [data-testid="cart-subtotal"]');
    return isShown && !document.querySelector('[role=dialog] [aria-busy="true"]') && performance.now();
  });
  return { ...(await times.jsonValue()), confirmedAt: Number(await confirmed.jsonValue()) };
}
