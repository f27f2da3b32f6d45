import { expect, test } from "./support/fixtures";

const NOWHERE_IN_A_COUNTRY = [
  "/us/products/nothing-of-that-name",
  "/us/categories/nothing-of-that-name",
  "/us/collections/nothing-of-that-name",
  "/us/products/..%2F..%2Fetc%2Fpasswd",
  `/us/products/${encodeURIComponent("傘".repeat(100))}`,
];

const NOWHERE_AT_ALL = [
  "/us/nothing-of-that-name",
  "/xx",
  "/xx/store",
  "/nothing/of/that/name",
  "/us%2Fstore",
];

test("An unknown page within a country is a 404 with links into the shop", async ({ page }) => {
  for (const path of NOWHERE_IN_A_COUNTRY) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    // Without JavaScript too: Next renders notFound() in the browser only.
    expect(await response?.text(), path).toContain("Nothing on this hook</h1>");
    await expect(page.getByRole("heading", { level: 1, name: "Nothing on this hook" }), path).toBeVisible();
    await page.getByRole("button", { name: "Look around the shop" }).click();
    await expect(page).toHaveURL(/^[^?]+\/us\/store\??$/);
  }
  await page.goto("/us/products/nothing-of-that-name");
  await page.getByRole("searchbox", { name: "Search for" }).fill("beanie");
  await page.getByRole("searchbox", { name: "Search for" }).press("Enter");
  await expect(page.getByRole("main").getByRole("link", { name: "Porter's Beanie" })).toBeVisible();
});

test("An unparsable or overlong URL gets an explanation with a link to the shop", async ({ page }) => {
  for (const [path, status] of [
    ["/us/products/%00", 400],
    ["/us/order/%00/confirmed", 400],
    [`/us/products/${"a".repeat(300)}`, 414],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(status);
  }
  await page.getByRole("link", { name: "To the shop" }).click();
  await expect(page).toHaveURL("/us");
});

test("An order of another browser is not found, whether it exists or not", async ({ page }) => {
  for (const id of ["order_01NOTHING", "..%2F..%2Fcart", "order_%E5%82%98"]) {
    await page.goto(`/us/order/${id}/confirmed`);
    const heading = page.getByRole("heading", { level: 1, name: "This order is not shown here" });
    await expect(heading, id).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Find your order" })).toBeVisible();
  }
});

test("A URL in no country of the shop is a 404 with a search and the list of countries", async ({ page }) => {
  for (const path of NOWHERE_AT_ALL) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is no such door" }), path).toBeVisible();
  }
  await page.getByRole("searchbox", { name: "Search for" }).fill("beanie");
  await page.getByRole("searchbox", { name: "Search for" }).press("Enter");
  await expect(page).toHaveURL("/us/search?q=beanie");
  await page.goto("/xx");
  await page.getByRole("list", { name: "Our shops" }).getByRole("link", { name: "Japan" }).click();
  await expect(page).toHaveURL("/jp");
});

test("A 404 page asks search engines not to index it", async ({ request }) => {
  for (const path of ["/us/products/nothing-of-that-name", "/us/not-found"]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).toContain('content="noindex');
  }
});
