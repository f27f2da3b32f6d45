import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";

/** Patterns of URLs that the shop does not have; 25 of each make 500. */
const KINDS: ((token: string) => string)[] = [
  (token) => `/us/products/${token}`,
  (token) => `/de/products/${token.toUpperCase()}`,
  (token) => `/jp/products/%E5%B8%BD-${token}`,
  (token) => `/us/products/%61${token}`,
  (token) => `/us/products/${token}/`,
  (token) => `/gb/categories/${token}`,
  (token) => `/gb/categories/${token}?page=2&sortBy=price_asc`,
  (token) => `/us/collections/${token}`,
  (token) => `/us/store?page=${token}`,
  (token) => `/us/store?sortBy=${token}`,
  (token) => `/us/store?${token}=1`,
  (token) => `/us/store?page=1&${token}=1`,
  (token) => `/fr/categories/hats?page=${token}&sortBy=price_asc`,
  (token) => `/fr/collections/city-rain?sortBy=${token}`,
  (token) => `/us/store/${token}/1`,
  (token) => `/us/store/created_at/${token}`,
  (token) => `/${token}`,
  (token) => `/${token}/store`,
  (token) => `/${token}/products/attendants-scarf`,
  (token) => `/US/products/${token}`,
];

/** Headers of page loads, of router navigations and of prefetches. */
const HEADERS: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
];

/** Pages on disk that are not part of the build. */
function listUnbuiltPages(): string[] {
  const manifest = JSON.parse(readFileSync(join(environment.buildFolder, "prerender-manifest.json"), "utf8"));
  const built = new Set([...Object.keys(manifest.routes), ...Object.keys(manifest.dynamicRoutes)]);
  const folder = join(environment.buildFolder, "server", "route-cache");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(html|body)$/.test(name))
    .map((name) => name.slice(name.indexOf("/$/") + 2).replace(/\.(html|body)$/, ""))
    .filter((path) => !built.has(path));
}

test("500 invented addresses write nothing, and no cache may keep their answers for longer than a minute", async ({
  baseURL,
}) => {
  const token = () => `invented-${Math.random().toString(36).slice(2)}`;
  const addresses = KINDS.flatMap((kind) => Array.from({ length: 25 }, () => kind(token())));
  const workers = Array.from({ length: 6 }, async (_, worker) => {
    for (let index = worker; index < addresses.length; index += 6) {
      const address = String(addresses[index]);
      const response = await fetch(`${baseURL}${address}`, {
        headers: HEADERS[index % HEADERS.length] ?? {},
      });
      await response.arrayBuffer();
      const control = response.headers.get("cache-control") ?? "";
      // 204 answers a prefetch of a page that is not rendered yet.
      expect([200, 204, 404], `${address}: ${response.status}`).toContain(response.status);
      if (response.status === 404)
        expect(
          Number(/s-maxage=(\d+)/.exec(control)?.[1] ?? 0),
          `${address}: ${control}`,
        ).toBeLessThanOrEqual(60);
    }
  });
  await Promise.all(workers);
  expect(listUnbuiltPages()).toEqual([]);
});

test("An unknown page is a 404 for the client router as well, cached for a short time", async ({
  request,
}) => {
  for (const path of [
    "/us/products/nothing",
    "/us/categories/nothing",
    "/us/collections/nothing",
    "/us/categories/nothing?page=2",
    "/xx",
    "/xx/store?page=2",
    "/us/store/junk/1",
    "/nothing.txt",
    "/api/nothing",
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    const lifetime = /s-maxage=(\d+)/.exec(response.headers()["cache-control"] ?? "")?.[1] ?? "0";
    expect(Number(lifetime), path).toBeLessThanOrEqual(60);
  }
});

test("A list page beyond the last is cached for a minute only, because it may exist by then", async ({
  request,
}) => {
  const response = await request.get("/us/store?page=99");
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toMatch(/s-maxage=([1-5]?\d|60)\b/);
});

test("Existing files, icons, routes and pages still respond", async ({ request }) => {
  for (const path of [
    "/robots.txt",
    "/sitemap.xml",
    "/favicon.ico",
    "/icon.svg",
    "/apple-icon.png",
    "/mark.svg",
    "/editorial/hero.webp",
    "/api/health",
    "/us/store?page=2",
    "/us/store?sortBy=price_asc&page=2",
    "/us/categories/hats?sortBy=price_desc",
    "/us/products/attendants-scarf",
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
  const entrance = await request.get("/store", { maxRedirects: 0 });
  expect([entrance.status(), entrance.headers().location]).toEqual([307, "/us/store"]);
});
