import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { parse } from "node-html-parser";
import { expectAccessible, expectNoHorizontalScroll } from "./support/accessibility";
import type { CatalogAdmin } from "./support/catalog-admin";
import { expect, test } from "./support/fixtures";
import { listPrices, type TestProduct } from "./support/test-product";

type VariantInput = { colour: string; size: string; isSoldOut?: boolean };

/** A product whose variants are the given combinations of colour and size. */
function createDressed(
  catalog: CatalogAdmin,
  category: { id: string },
  { variants, price, material }: { variants: VariantInput[]; price: number; material: string },
): Promise<TestProduct> {
  const listed = (name: "colour" | "size") => [...new Set(variants.map((variant) => variant[name]))];
  return catalog.createProduct({
    product: {
      material,
      categories: [{ id: category.id }],
      options: [
        { title: "Colour", values: listed("colour") },
        { title: "Size", values: listed("size") },
      ],
      variants: variants.map(({ colour, size, isSoldOut = false }) => ({
        title: `${colour} / ${size}`,
        sku: randomUUID(),
        options: { Colour: colour, Size: size },
        // Managed without any stock: sold out.
        manage_inventory: isSoldOut,
        prices: listPrices(price),
      })),
    },
  });
}

/** A parent and a child category with three products in the child. */
async function createShelf(catalog: CatalogAdmin) {
  const word = randomUUID().slice(0, 8);
  const parent = await catalog.createCategory({ name: `Parent ${word}`, handle: `parent-${word}` });
  const child = await catalog.createCategory({
    name: `Child ${word}`,
    handle: `child-${word}`,
    parent_category_id: parent.id,
  });
  const create = (input: Parameters<typeof createDressed>[2]) => createDressed(catalog, child, input);
  const mixed = await create({
    price: 9_010,
    material: "100% lambswool",
    variants: [
      { colour: "Ink", size: "S", isSoldOut: true },
      { colour: "Ink", size: "M" },
      { colour: "Oat", size: "S" },
    ],
  });
  const ink = await create({ price: 9_020, material: "Silk", variants: [{ colour: "Ink", size: "S" }] });
  const oat = await create({ price: 9_030, material: "Wool", variants: [{ colour: "Oat", size: "M" }] });
  return { parent, child, mixed, ink, oat };
}

/** The handles in a list, and each filter's choices with their counts: "size=m" → 2. */
function readList(html: string) {
  const root = parse(html);
  const hrefs = root
    .querySelectorAll("[data-testid=products-list] a")
    .map((link) => link.getAttribute("href"));
  const options = root
    .querySelectorAll("[data-testid=filter-select] option")
    .map((option) => ({ option, name: option.closest("select")?.getAttribute("name"), text: option.text }));
  const radios = root
    .querySelectorAll("[data-testid=filter-swatches] input")
    .map((option) => ({ option, name: option.getAttribute("name"), text: option.parentNode?.text ?? "" }));
  const choices = [...options, ...radios].flatMap(({ option, name, text }) => {
    const value = option.getAttribute("value");
    return value ? [[`${name}=${value}`, Number(/\((\d+)\)/.exec(text)?.[1])] as const] : [];
  });
  return {
    handles: hrefs.map((href) => String(href).split("/").at(-1)),
    choices: new Map(choices),
    total: Number(/>(\d+)(?:<!-- -->)? items?</.exec(html)?.[1] ?? Number.NaN),
  };
}

const read = async (request: APIRequestContext, path: string) =>
  readList(await (await request.get(path)).text());

const FRESH_WITHIN = { timeout: 5_000, intervals: [100] };

test("A filter leaves what has it, options those of one variant, and every count is what its choice then shows", async ({
  request,
  catalog,
}) => {
  const { parent, mixed, ink, oat } = await createShelf(catalog);
  const path = `/us/categories/${parent.handle}`;
  const list = async (query: string) => (await read(request, `${path}?${query}&sortBy=price_asc`)).handles;
  await expect.poll(() => list(""), FRESH_WITHIN).toEqual([mixed.handle, ink.handle, oat.handle]);
  expect(await list("colour=ink")).toEqual([mixed.handle, ink.handle]);
  expect(await list("colour=oat&size=m")).toEqual([oat.handle]);
  expect(await list("colour=ink&size=s")).toEqual([mixed.handle, ink.handle]);
  expect(await list("colour=ink&size=s&in-stock=1")).toEqual([ink.handle]);
  expect(await list("material=wool")).toEqual([mixed.handle, oat.handle]);
  expect(await list("min=9015&max=9025")).toEqual([ink.handle]);
  expect(await list("reduced=1")).toEqual([]);

  for (const query of ["", "colour=ink", "size=s", "colour=ink&in-stock=1", "material=wool&size=m"]) {
    const { choices } = await read(request, `${path}?${query}`);
    expect(choices.size, query).toBeGreaterThan(2);
    for (const [choice, count] of choices) {
      const params = new URLSearchParams(query);
      const [name = "", value = ""] = choice.split("=");
      params.set(name, value);
      const { total } = await read(request, `${path}?${params}`);
      expect(total, `${choice} from "${query}"`).toBe(count);
    }
  }
});

test("Each choice has one address, to which others are led; what does not exist is the plain list; none is indexed", async ({
  request,
}) => {
  const locate = async (path: string) => {
    const response: APIResponse = await request.get(path, { maxRedirects: 0 });
    return response.status() === 200 ? "here" : response.headers().location;
  };
  expect(await locate("/us/store?colour=ink&size=m")).toBe("here");
  expect(await locate("/us/store?size=m&colour=ink")).toBe("/us/store?colour=ink&size=m");
  expect(await locate("/us/store?colour=ink&size=&min=&max=")).toBe("/us/store?colour=ink");
  expect(await locate("/us/store?colour=&size=")).toBe("/us/store");
  const junk = "/us/store?colour=nothing&category=none&min=a";
  expect((await read(request, junk)).handles).toHaveLength(12);
  expect(await (await request.get(junk)).text()).not.toContain("filter-chips");
  expect(await locate("/us/store?colour=ink&page=1&sortBy=featured")).toBe("/us/store?colour=ink");
  expect(await locate("/us/search?q=wool&size=&colour=ink")).toBe("/us/search?q=wool&colour=ink");
  expect(await locate("/us/store?nothing=1")).toBe("here");
  expect((await request.get("/us/store/filter?colour=ink")).status()).toBe(404);
  const html = await (await request.get("/us/store?colour=ink")).text();
  expect(html).toMatch(/<meta name="robots" content="noindex/);
  expect(parse(html).querySelector("link[rel=canonical]")?.getAttribute("href")).toMatch(/\/us\/store$/);
});

test("A filtered list follows an edit within 5 seconds, and a parent what happens in its children", async ({
  request,
  catalog,
}) => {
  const { parent, child, mixed, ink } = await createShelf(catalog);
  const path = `/us/categories/${parent.handle}?colour=ink&sortBy=price_asc`;
  const handles = async () => (await read(request, path)).handles;
  await expect.poll(handles, FRESH_WITHIN).toEqual([mixed.handle, ink.handle]);
  await catalog.post(`/products/${mixed.id}`, { status: "draft" });
  await expect.poll(handles, FRESH_WITHIN).toEqual([ink.handle]);
  await catalog.post(`/products/${mixed.id}`, { status: "published" });
  await expect.poll(handles, FRESH_WITHIN).toEqual([mixed.handle, ink.handle]);
  await catalog.moveProducts([ink], { from: child });
  await expect.poll(handles, FRESH_WITHIN).toEqual([mixed.handle]);
  await catalog.post(`/product-categories/${child.id}`, { is_internal: true });
  // The parent still lists what is below a hidden child, as Medusa does.
  await expect.poll(handles, FRESH_WITHIN).toEqual([mixed.handle]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("Filters are a form in a sheet on phones, and each chosen one a link that takes it off", async ({
    page,
  }) => {
    await page.goto("/us/store");
    await page.getByRole("button", { name: "Filter" }).click();
    const form = page.getByRole("form", { name: "Filter" });
    await expect(form).toBeVisible();
    await form.getByRole("group", { name: "Colour" }).getByRole("radio", { name: "Moss" }).check();
    await form.getByRole("combobox", { name: "Category" }).selectOption({ value: "scarves" });
    await form.getByRole("button", { name: "Show items" }).click();
    await expect(page).toHaveURL("/us/store?colour=moss&category=scarves");
    const chips = page.getByRole("list", { name: "Chosen filters" });
    await expect(page.getByTestId("products-list").getByTestId("product-title").first()).toBeVisible();
    await chips.getByRole("link", { name: "Remove Category: Scarves" }).click();
    await expect(page).toHaveURL("/us/store?colour=moss");
    await chips.getByRole("link", { name: "Clear all" }).click();
    await expect(page).toHaveURL("/us/store");
    await expect(chips).toHaveCount(0);
  });
});

test("A filtered list, its sheet and one without results are accessible, and Back returns to it", async ({
  page,
}) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/us/store?colour=ink");
    if (width < 1024) await page.getByRole("button", { name: "Filter" }).click();
    await expect(page.getByRole("form", { name: "Filter" })).toBeVisible();
    await expectAccessible(page, `filters, ${width}`);
    await expectNoHorizontalScroll(page, `filters, ${width}`);
    await page.goto("/us/store?colour=ink&min=99999");
    await expect(page.getByText("Nothing here matches all of that.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Chosen filters" })).toContainText("Colour: Ink");
    await expectAccessible(page, `no results, ${width}`);
    await page.goBack();
    await expect(page).toHaveURL("/us/store?colour=ink");
    await expect(page.getByRole("list", { name: "Chosen filters" })).toContainText("Colour: Ink");
  }
});

test("From a filtered list the shop's own links lead to the plain one", async ({ page }) => {
  await page.goto("/us/categories/scarves?colour=moss");
  await expect(page.getByRole("list", { name: "Chosen filters" })).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Hats" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hats" })).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Scarves" }).click();
  await expect(page).toHaveURL("/us/categories/scarves");
  await expect(page.getByRole("heading", { level: 1, name: "Scarves" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Chosen filters" })).toBeHidden();
});

test("Every word that the shop suggests finds something; plural, plain colour, material and SKU do as well", async ({
  request,
}) => {
  const page = parse(await (await request.get("/us/search")).text());
  const suggested = page
    .querySelectorAll('main a[href*="/search?q="]')
    .map((link) => String(link.getAttribute("href")));
  expect(suggested.length).toBeGreaterThan(3);
  const words = ["scarfs", "wool scarf", "red", "poster", "cr-101-ink", "brolly"];
  for (const path of [...suggested, ...words.map((word) => `/us/search?q=${encodeURIComponent(word)}`)]) {
    const html = await (await request.get(path)).text();
    expect(parse(html).querySelectorAll("[data-testid=search-results] a").length, path).toBeGreaterThan(0);
  }
});
