// @ts-check
import { measureClick, openProduct, waitForCart } from "./clicks.mjs";
import { measureJavaScript } from "./javascript.mjs";
import { measureLighthouse, median } from "./lighthouse.mjs";
import { measureSession } from "./session.mjs";
import { measureThroughput } from "./throughput.mjs";

/**
 * @typedef {import("@playwright/test").Browser} Browser
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {{ baseUrl: string, databaseUrl: string, browser: Browser, debuggingPort: number, print: (line: string) => void }} Bench
 */

/** About as many bytes as a page. */
const PLAIN_FILE = "/editorial/the-attendants-shelf.webp";
const PAGES = { home: "/us", store: "/us/store", product: "/us/products/bamboo-crook-umbrella" };
const CHECKOUT = "/us/checkout";
const CLICKS = 5;

/** @type {Record<import("./parts.mjs").Part, (bench: Bench) => Promise<void>>} */
const REPORTS = {
  throughput: reportThroughput,
  javascript: reportJavaScript,
  clicks: reportClicks,
  session: reportSession,
  lighthouse: reportLighthouse,
};
const KIB = 1024;

/**
 * Measures the running shop and prints a table a part, each with its target.
 * @param {Bench} bench
 * @param {readonly import("./parts.mjs").Part[]} parts
 */
export async function report(bench, parts) {
  for (const part of parts) await REPORTS[part](bench);
}

/** @param {Bench} bench */
async function reportThroughput({ baseUrl, print }) {
  print("\nRequests per second (20 connections)      req/s   median ms   of the plain file   target");
  const [plain, ...pages] = await measureThroughput(baseUrl, [PLAIN_FILE, ...Object.values(PAGES)]);
  if (!plain) return;
  for (const { path, requestsPerSecond, medianMilliseconds } of [plain, ...pages]) {
    const share = (requestsPerSecond / plain.requestsPerSecond).toFixed(2);
    const numbers = `${cell(Math.round(requestsPerSecond), 7)}${cell(medianMilliseconds, 12)}${cell(share, 20)}`;
    print(`  ${path.padEnd(38)}${numbers}${cell(path === PLAIN_FILE ? "" : "≥ 0.80", 9)}`);
  }
}

/** @param {Bench} bench */
async function reportJavaScript({ baseUrl, browser, print }) {
  print("\nJavaScript over the wire                    KiB   target");
  const add = (/** @type {Page} */ page) => fillCart(page, baseUrl);
  for (const path of Object.values(PAGES)) {
    const bytes = await measureJavaScript(browser, baseUrl + path);
    print(
      `  ${path.padEnd(38)}${cell((bytes / KIB).toFixed(1), 7)}${cell(path === PAGES.product ? "≤ 160" : "", 9)}`,
    );
  }
  const bytes = await measureJavaScript(browser, baseUrl + CHECKOUT, add);
  print(`  ${CHECKOUT.padEnd(38)}${cell((bytes / KIB).toFixed(1), 7)}`);
}

/** @param {Bench} bench */
async function reportClicks({ baseUrl, browser, print }) {
  const clicks = [];
  for (let turn = 0; turn < CLICKS; turn += 1)
    clicks.push(await measureClick(browser, baseUrl + PAGES.product));
  const visible = median(clicks.map((click) => click.visible));
  const confirmed = median(clicks.map((click) => click.confirmed));
  print(`\nFrom "Add to cart" (median of ${CLICKS})             ms   target`);
  print(`  ${"until the count shows it".padEnd(38)}${cell(Math.round(visible), 7)}${cell("≤ 100", 9)}`);
  print(`  ${"until the server has confirmed it".padEnd(38)}${cell(Math.round(confirmed), 7)}`);
}

/** @param {Bench} bench */
async function reportSession({ print, ...shop }) {
  const { guest, young, looked, queries, renewals, replays } = await measureSession(shop);
  print("\nSessions                                              target");
  const line = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ target) =>
    print(`  ${name.padEnd(38)}${cell(value, 7)}${cell(target, 9)}`);
  line("ms, static page for a guest", guest.toFixed(2), "");
  line("ms more, signed in, nothing to renew", (young - guest).toFixed(2), "≤ 1");
  line("ms more, when the middleware looks", (looked - guest).toFixed(2), "");
  line("queries for 20 signed-in requests", String(queries), "20");
  line("renewals, 100 requests find one due", String(renewals), "1");
  line("of them taken for a replay", String(replays), "0");
}

/** @param {Bench} bench */
async function reportLighthouse({ baseUrl, debuggingPort, print }) {
  print("\nLighthouse, mobile (median, visits 2–4) performance   accessibility   best practices   SEO");
  for (const path of Object.values(PAGES)) {
    const [speed, access, practice, seo] = await measureLighthouse(debuggingPort, baseUrl + path);
    print(`  ${path.padEnd(38)}${cell(speed, 10)}${cell(access, 16)}${cell(practice, 17)}${cell(seo, 6)}`);
  }
  print(`  ${"target".padEnd(38)}${cell("≥ 98", 10)}${cell(100, 16)}${cell(100, 17)}${cell(100, 6)}`);
}

/**
 * A checkout page is only there for a cart with something in it.
 * @param {Page} page
 * @param {string} baseUrl
 */
async function fillCart(page, baseUrl) {
  await openProduct(page, baseUrl + PAGES.product);
  await page.getByTestId("add-product-button").click();
  await waitForCart(page);
}

/**
 * @param {string | number | undefined} value
 * @param {number} width
 */
function cell(value, width) {
  return String(value ?? "?").padStart(width);
}
