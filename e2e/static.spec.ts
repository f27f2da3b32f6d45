import type { Request } from "@playwright/test";
import { expect, test } from "./support/fixtures";

const CATALOG_PAGES = [
  "/us",
  "/jp/store",
  "/us/store?sortBy=price_asc&page=2",
  "/de/categories/hats",
  "/gb/categories/hats?sortBy=price_desc",
  "/fr/collections/city-rain",
  "/us/products/attendants-scarf",
];

/**
 * Responses rendered for this visitor: neither files nor cacheable ones. 204 answers a prefetch of a page that is
 * about to be re-rendered for everyone.
 */
async function listDynamicRequests(requests: Request[]): Promise<string[]> {
  const pages = requests.filter((request) => {
    const { pathname } = new URL(request.url());
    return !pathname.startsWith("/_next/") && !/\.\w+$/.test(pathname);
  });
  const described = pages.map(async (request) => {
    const response = await request.response();
    const cacheControl = response?.headers()["cache-control"] ?? "none";
    return `${request.method()} ${request.url()}: ${response?.status()} ${cacheControl}`;
  });
  return (await Promise.all(described)).filter((text) => !/^GET .*: (?:204 |200 s-maxage=\d+)/.test(text));
}

test("A first visit makes no dynamic request, asks for no cookie and speaks to no other host", async ({
  page,
  context,
  baseURL,
}) => {
  for (const path of CATALOG_PAGES) {
    const requests: Request[] = [];
    page.on("request", (request) => requests.push(request));
    await page.goto(path, { waitUntil: "networkidle" });
    expect(await listDynamicRequests(requests), path).toEqual([]);
    const hosts = requests.map((request) => new URL(request.url()).origin);
    expect(new Set(hosts), path).toEqual(new Set([String(baseURL)]));
    page.removeAllListeners("request");
  }
  expect(await context.cookies()).toEqual([]);
});

test("Catalogue pages may be kept by any cache, and set no cookie", async ({ request }) => {
  for (const path of CATALOG_PAGES) {
    const headers = (await request.get(path)).headers();
    expect(headers["cache-control"], path).toMatch(/s-maxage=\d+/);
    expect(headers["cache-control"], path).not.toMatch(/private|no-store|no-cache/);
    expect(headers["set-cookie"], path).toBeUndefined();
    expect(headers["vary"] ?? "", path).not.toMatch(/cookie/i);
  }
});

test("Pages made for one shopper are kept by no cache", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  for (const path of ["/us/cart", "/us/checkout?step=address", "/api/shopper"]) {
    const response = await page.goto(path);
    expect(response?.headers()["cache-control"], path).toMatch(/private.*no-store/);
  }
});

test("A catalogue page is the same for a shopper with a full cart as for a stranger", async ({
  guest,
  playwright,
  baseURL,
}) => {
  const ada = await guest();
  const { context } = ada;
  await ada.addToCart();
  const stranger = await playwright.request.newContext({ baseURL: String(baseURL) });
  for (const path of CATALOG_PAGES) {
    const [own, others] = await Promise.all([context.request.get(path), stranger.get(path)]);
    expect(await own.text(), path).toBe(await others.text());
  }
  await stranger.dispose();
});

test("The arrival of the cart's count causes no layout shift", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
      const moved = shifts.reduce(
        (sum, { value }) => sum + value,
        Number(document.documentElement.dataset.moved ?? 0),
      );
      document.documentElement.dataset.moved = String(moved);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/us/store", { waitUntil: "networkidle" });
  await expect(ada.cartLink).toHaveText("Cart (1)");
  const moved = await page.evaluate(() => Number(document.documentElement.dataset.moved ?? 0));
  expect(moved).toBeLessThan(0.005);
});

test("Every page sends the security headers", async ({ request }) => {
  for (const path of ["/us", "/us/cart", "/us/products/nothing-of-that-name", "/api/shopper"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], path).toContain("default-src 'self'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBe("strict-origin-when-cross-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});
