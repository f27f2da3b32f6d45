import type { Page } from "@playwright/test";
import { expectAccessible, expectNoHorizontalScroll } from "./support/accessibility";
import { expect, test } from "./support/fixtures";
import { HttpBrowser } from "./support/http-browser";

type Answer = { products: { handle: string }[]; total: number; lists: { name: string; path: string }[] };

async function suggest(q: string, country = "us"): Promise<Answer> {
  const { status, html } = await new HttpBrowser().get(`/api/suggest?${new URLSearchParams({ country, q })}`);
  expect(status, q).toBe(200);
  return JSON.parse(html) as Answer;
}

const handlesOf = ({ products }: Answer) => products.map(({ handle }) => handle);

/** Opens the dialog from the header. @returns its field, which has the focus */
async function openSearch(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Search" });
  await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
  const field = dialog.getByRole("searchbox", { name: "Search for" });
  await expect(field).toBeFocused();
  return { dialog, field };
}

test(
  "Search suggests products and lists while one types, for keyboard and screen reader",
  { tag: "@phone" },
  async ({ page }) => {
    await page.goto("/us");
    const { dialog, field } = await openSearch(page);
    await field.pressSequentially("scar");
    await expect(dialog.getByRole("status")).toHaveText(/^\d+ items for “scar”$/);
    const item = dialog.getByRole("list", { name: "Items" }).getByRole("link").first();
    await expect(item.locator("img")).toBeVisible();
    await expectAccessible(page, "suggestions", "[role=dialog]");
    await expectNoHorizontalScroll(page, "suggestions");

    const list = dialog.getByRole("list", { name: "Categories and collections" }).getByRole("link").first();
    await field.press("ArrowDown");
    await expect(list).toBeFocused();
    await list.press("ArrowUp");
    await expect(field).toBeFocused();
    await field.press("ArrowDown");
    await list.press("ArrowDown");
    await expect(item).toBeFocused();
    await item.press("Enter");
    await expect(page).toHaveURL(/\/us\/products\//);
    await expect(dialog).toBeHidden();
  },
);

test("The search opens by key from anywhere, Escape leads back, Enter to all results", async ({ page }) => {
  await page.goto("/us/store");
  await page.getByRole("heading", { level: 1 }).click();
  const field = page.getByRole("dialog", { name: "Search" }).getByRole("searchbox", { name: "Search for" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(field, "the key itself is not typed").toHaveValue("");
  await field.press("Escape");
  await expect(field).toBeHidden();
  await page.keyboard.press("Control+k");
  await field.fill("wool");
  await field.press("Enter");
  await expect(page).toHaveURL("/us/search?q=wool");
  await expect(page.getByRole("status").filter({ hasText: "items for “wool”" })).toBeVisible();
});

test("Recent searches are there to be repeated and deleted, and are nobody else's", async ({
  shopper,
  secondTab,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account");
  await ida.expectSignedIn();
  const { dialog, field } = await openSearch(page);
  await field.fill("oxblood");
  await field.press("Enter");
  await expect(page).toHaveURL("/us/search?q=oxblood");
  const again = await openSearch(page);
  await dialog.getByRole("button", { name: "oxblood" }).click();
  await expect(again.field).toHaveValue("oxblood");
  await again.field.press("Escape");

  await ida.signOut();
  const tab = await secondTab({ context: ida.context, inPage: (opened: Page) => opened });
  await tab.goto("/us");
  const next = await openSearch(tab);
  await expect(next.dialog.getByText("Recent searches")).toBeHidden();
  await next.field.fill("plum");
  await next.field.press("Enter");
  await expect(tab).toHaveURL("/us/search?q=plum");
  const last = await openSearch(tab);
  await expect(last.dialog.getByRole("button", { name: "plum" })).toBeVisible();
  await expect(last.dialog.getByRole("button", { name: "oxblood" })).toBeHidden();
  await last.dialog.getByRole("button", { name: "Clear" }).click();
  await expect(last.dialog.getByText("Recent searches")).toBeHidden();
});

test("A search without suggestions says so, and Enter works all the same", async ({ page }) => {
  await page.route("**/api/suggest?*", (route) => route.abort());
  await page.goto("/us");
  const { dialog, field } = await openSearch(page);
  await field.fill("wool");
  await expect(dialog.getByRole("status")).toHaveText(
    "We cannot reach the shop right now. Press Enter to search.",
  );
  await field.press("Enter");
  await expect(page).toHaveURL("/us/search?q=wool");
});

test("A misspelt word finds what was meant, and nonsense nothing", async ({ page }) => {
  for (const [typed, meant] of [
    ["scrf", "attendants-scarf"],
    ["umbrela", "doormans-umbrella"],
    ["fedroa", "seven-oclock-fedora"],
    ["beanei", "porters-beanie"],
    ["mufler", "houndstooth-muffler"],
  ] as const) {
    const answer = await suggest(typed);
    expect(handlesOf(answer), typed).toContain(meant);
  }
  for (const nonsense of ["qqqq", "zzzz", "laptop", "%", "' OR 1=1"])
    expect(await suggest(nonsense), nonsense).toEqual({ products: [], total: 0, lists: [] });

  await page.goto("/us/search?q=fedroa");
  await expect(page.getByText("No results for “fedroa”. These come close:")).toBeVisible();
  await expect(page.getByTestId("search-results").getByRole("link").first()).toContainText("Fedora");
});

test("Suggestions hold what can be bought here and now, at its price", async ({ catalog }) => {
  const product = await catalog.createProduct({ stock: 5 });
  const find = async () => handlesOf(await suggest(product.title));
  await expect.poll(find, { timeout: 5_000, intervals: [100] }).toContain(product.handle);
  await catalog.post(`/products/${product.id}`, { status: "draft" });
  await expect.poll(find, { timeout: 5_000, intervals: [100] }).not.toContain(product.handle);
  const { lists } = await suggest("HAT");
  expect(lists).toContainEqual({ name: "Hats", path: "/categories/hats" });
});

test("A request for suggestions that makes no sense is refused", async () => {
  const browser = new HttpBrowser();
  for (const query of [
    "",
    "country=us",
    "country=us&q=",
    "country=us&q=%20",
    "country=xx&q=wool",
    "q=wool",
  ]) {
    const { status, html } = await browser.get(`/api/suggest?${query}`);
    expect([status, html], query).toEqual([400, '{"code":"invalid"}']);
  }
  const long = await suggest(`wool ${"x".repeat(4_000)}`);
  expect(long.total).toBe(0);
});
