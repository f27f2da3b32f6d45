import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";

/** The visible grid: Next keeps previous pages in the document, hidden. */
const getGrid = (page: Page) => page.getByTestId("products-list").filter({ visible: true });

/** Prices of the grid in order, as numbers. */
async function readPrices(page: Page): Promise<number[]> {
  // The list is complete when its pages are there, or with the document.
  await page.waitForLoadState();
  const prices = await getGrid(page).getByTestId("price").all();
  return Promise.all(prices.map(async (price) => Number(await price.getAttribute("data-value"))));
}

const readTitles = (page: Page) => getGrid(page).getByTestId("product-title").allTextContents();

test("A shopper can browse from the home page through the store, a category and a collection to a product", async ({
  page,
}) => {
  const main = page.getByRole("main");
  await page.goto("/us");
  await expect(page.getByRole("heading", { level: 1, name: "Hung well, handed back" })).toBeVisible();
  await main.getByRole("link", { name: "Shop all" }).click();
  await expect(page).toHaveURL("/us/store");
  await expect(page.getByRole("heading", { level: 1, name: "Everything on the hooks" })).toBeVisible();

  await page.getByRole("banner").getByRole("link", { name: "Hats" }).click();
  await expect(page).toHaveURL("/us/categories/hats");
  await expect(page.getByRole("heading", { level: 1, name: "Hats" })).toBeVisible();

  await main.getByRole("link", { name: "Porter's Beanie" }).click();
  await expect(page).toHaveURL("/us/products/porters-beanie");
  await expect(page.getByRole("heading", { level: 1, name: "Porter's Beanie" })).toBeVisible();

  await main.getByText("From the collection").getByRole("link", { name: "First Frost" }).click();
  await expect(page).toHaveURL("/us/collections/first-frost");
  await main.getByRole("link", { name: "Snowed-In Mittens" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Snowed-In Mittens" })).toBeVisible();
});

test("A visitor is led to the shop of the browser's language, and without one to the first", async ({
  request,
}) => {
  for (const [language, shop] of [
    ["ja-JP,ja;q=0.9", "/jp"],
    ["en-GB", "/gb"],
    ["de-DE,de;q=0.9", "/de"],
    ["pt-BR", "/us"],
  ] as const) {
    const response = await request.get("/", { headers: { "accept-language": language }, maxRedirects: 0 });
    expect(response.headers().location, language).toBe(shop);
  }
});

test("Every page of a list has its own URL, and sorting by price spans all pages", async ({ page }) => {
  await page.goto("/us/store");
  await page.getByRole("link", { name: "Price, low to high" }).click();
  await expect(page).toHaveURL("/us/store?sortBy=price_asc");
  await expect(page.getByRole("link", { name: "Price, low to high" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const prices = await readPrices(page);
  const titles = await readTitles(page);
  expect(prices).toHaveLength(12);

  const pages = page.getByRole("navigation", { name: "Pages" });
  await pages.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL("/us/store?sortBy=price_asc&page=2");
  await expect(pages.getByRole("link", { name: "Page 2" })).toHaveAttribute("aria-current", "page");
  prices.push(...(await readPrices(page)));
  titles.push(...(await readTitles(page)));

  await pages.getByRole("link", { name: "Page 3" }).click();
  await expect(pages.getByRole("link", { name: "Page 3" })).toHaveAttribute("aria-current", "page");
  prices.push(...(await readPrices(page)));
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  expect(new Set(titles).size).toBe(24);

  await page.goBack();
  await expect(page).toHaveURL("/us/store?sortBy=price_asc&page=2");
  await page.reload();
  expect(await readTitles(page)).toEqual(titles.slice(12));
});

test("Sorting by price descending works in the store, in a category and in a collection", async ({
  page,
}) => {
  for (const path of ["/gb/categories/umbrellas", "/gb/collections/city-rain"]) {
    await page.goto(path);
    await page.getByRole("link", { name: "Price, high to low" }).click();
    await expect(page).toHaveURL(`${path}?sortBy=price_desc`);
    const prices = await readPrices(page);
    expect(prices.length).toBeGreaterThan(3);
    expect(prices).toEqual(prices.toSorted((a, b) => b - a));
  }
});

test("Choosing another country shows the same page with that country's prices", async ({ page }) => {
  await page.goto("/us/store?sortBy=price_asc&page=2");
  await page.getByRole("button", { name: "Shipping to United States" }).click();
  await page.getByRole("group", { name: "Ship to" }).getByRole("button", { name: "Japan" }).click();
  await expect(page).toHaveURL("/jp/store?sortBy=price_asc&page=2");
  await expect(page.getByRole("button", { name: "Shipping to Japan" })).toBeVisible();
  await page.waitForLoadState();
  const texts = await getGrid(page).getByTestId("price").allTextContents();
  expect(texts).toHaveLength(12);
  for (const text of texts) expect(text).toMatch(/^(From )?¥[\d,]+$/);

  await page.goto("/");
  await expect(page, "the next visit remembers").toHaveURL("/jp");
});

test("Search matches the start of words, ignores accents, and suggests what to try without results", async ({
  page,
}) => {
  await page.goto("/us");
  await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
  const field = page.getByRole("searchbox", { name: "Search for" });
  await field.fill("matinee cloche");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/us\/search\?q=matinee\+cloche$/);
  await expect(page.getByRole("status").filter({ hasText: "1 item for “matinee cloche”" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Matinée Cloche" })).toBeVisible();

  await field.fill("<script>alert(1)</script> zzz");
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No results for")).toBeVisible();
  await expect(field).toHaveValue("<script>alert(1)</script> zzz");
  await page.getByRole("main").getByRole("link", { name: "wool", exact: true }).click();
  await expect(page).toHaveURL("/us/search?q=wool");
  await expect(page.getByTestId("search-results").getByRole("link").first()).toBeVisible();
});
