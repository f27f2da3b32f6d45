import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { signRevalidation } from "./support/revalidation-signature";

/** The promise, counted from the edit. */
const FRESH_WITHIN = { timeout: 5_000, intervals: [100] };

const readText = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

/** Sorted by price, highest first, where test products are. */
const GRID = "/us/store?sortBy=price_desc";

/** The product's card in the list, which is one link. */
async function readCard(request: APIRequestContext, handle: string): Promise<string> {
  const [, after = ""] = (await readText(request, GRID)).split(`/us/products/${handle}"`);
  return after.split("</a>")[0] ?? "";
}

test("A new title is on the product's page and in the list within 5 seconds of the edit", async ({
  request,
  backend,
  product,
}) => {
  const page = `/us/products/${product.handle}`;
  expect(await readText(request, page)).toContain(product.title);
  const title = `Renamed ${product.handle.slice(-8)}`;
  await backend.renameProduct(product, title);
  await Promise.all([
    expect.poll(() => readText(request, page), FRESH_WITHIN).toContain(title),
    expect.poll(() => readText(request, GRID), FRESH_WITHIN).toContain(title),
  ]);
});

test("A new price is on the product's page and in the list within 5 seconds of the edit", async ({
  request,
  backend,
  product,
}) => {
  const page = `/us/products/${product.handle}`;
  expect(await readText(request, page)).toContain("$9,000.00");
  const price = 9_100 + Math.ceil(Math.random() * 800) + 0.5;
  const written = price.toLocaleString("en-US", { style: "currency", currency: "USD" });
  await backend.setPrice(product, price);
  await Promise.all([
    expect.poll(() => readText(request, page), FRESH_WITHIN).toContain(written),
    expect.poll(() => readText(request, GRID), FRESH_WITHIN).toContain(written),
  ]);
});

test("A changed stock is on the product's page, in the list and in its structured data within 5 seconds", async ({
  request,
  backend,
  product,
}) => {
  const path = `/us/products/${product.handle}`;
  expect(await readText(request, path)).toContain("Only 5 left.");
  await backend.setStock(product, 0);
  await Promise.all([
    expect.poll(() => readText(request, path), FRESH_WITHIN).toContain("This is sold out."),
    expect.poll(() => readCard(request, product.handle), FRESH_WITHIN).toContain("Sold out"),
  ]);
  expect(await readText(request, path)).toContain("https://schema.org/OutOfStock");
  await backend.setStock(product, 2);
  await expect.poll(() => readText(request, path), FRESH_WITHIN).toContain("Only 2 left.");
});

test("A product that is taken out of the shop is a 404 within 5 seconds, and one that is put in is found", async ({
  request,
  backend,
}) => {
  const gone = await backend.createProduct({ stock: 1 });
  const path = `/us/products/${gone.handle}`;
  await expect.poll(async () => (await request.get(path)).status(), FRESH_WITHIN).toBe(200);
  await expect.poll(() => readText(request, GRID), FRESH_WITHIN).toContain(gone.title);
  await backend.unpublish(gone);
  await expect.poll(async () => (await request.get(path)).status(), FRESH_WITHIN).toBe(404);
  await expect.poll(() => readText(request, GRID), FRESH_WITHIN).not.toContain(gone.title);
});

const BODY = JSON.stringify({ events: [{ type: "product", id: "prod_1" }] });
const now = () => Math.floor(Date.now() / 1_000);

function post(request: APIRequestContext, headers: Record<string, string>, body = BODY) {
  // As bytes, because Playwright would encode an invalid JSON text as JSON.
  const data = Buffer.from(body);
  return request.post("/api/revalidate", {
    headers: { "content-type": "application/json", ...headers },
    data,
  });
}

test("The backend's own message is accepted", async ({ request }) => {
  const response = await post(request, signRevalidation(BODY, now()));
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ revalidated: ["products", "product:prod_1"] });
});

test("A message that is unsigned, altered, stale, from the future or replayed under a new time is refused", async ({
  request,
}) => {
  const good = signRevalidation(BODY, now());
  const refused: [what: string, headers: Record<string, string>, body?: string][] = [
    ["unsigned", {}],
    ["without its time", { "x-cloakroom-signature": good["x-cloakroom-signature"] }],
    ["signed by somebody else", signRevalidation(BODY, now(), "somebody-else")],
    ["altered", good, BODY.replace("prod_1", "prod_2")],
    ["stale", signRevalidation(BODY, now() - 360)],
    ["from the future", signRevalidation(BODY, now() + 360)],
    ["replayed", { ...signRevalidation(BODY, now() - 600), "x-cloakroom-timestamp": String(now()) }],
    ["half signed", { ...good, "x-cloakroom-signature": good["x-cloakroom-signature"].slice(0, 32) }],
    ["signed in no hex", { ...good, "x-cloakroom-signature": "z".repeat(64) }],
  ];
  for (const [what, headers, body] of refused) {
    const response = await post(request, headers, body);
    expect(response.status(), what).toBe(401);
    expect(await response.json(), what).toEqual({ code: "unsigned" });
  }
});

test("A signed but invalid message is refused, and breaks nothing", async ({ request }) => {
  const many = JSON.stringify({
    events: Array.from({ length: 1_001 }, () => ({ type: "product", id: "prod_1" })),
  });
  for (const body of ["", "null", "{}", "not json", '{"events":[{"type":"customer"}]}', many]) {
    const response = await post(request, signRevalidation(body, now()), body);
    expect(response.status(), body.slice(0, 40)).toBe(400);
  }
});
