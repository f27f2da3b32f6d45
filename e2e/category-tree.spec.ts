import { randomUUID } from "node:crypto";
import { parse, type HTMLElement } from "node-html-parser";
import { apiTest as test, expect } from "./support/api-test";
import type { CatalogAdmin } from "./support/catalog-admin";
import { HttpBrowser } from "./support/http-browser";

async function open(path: string): Promise<HTMLElement> {
  const { status, html } = await new HttpBrowser().get(path);
  expect(status, path).toBe(200);
  return parse(html);
}

const linksOf = (page: HTMLElement, selector: string) =>
  page.querySelectorAll(`${selector} a`).map((link) => link.getAttribute("href"));

/** Three categories, each below the one before, with a product in the lowest. */
async function createBranch(catalog: CatalogAdmin) {
  const word = randomUUID().slice(0, 8);
  const create = (name: string, parent?: { id: string }) =>
    catalog.createCategory({
      name: `${name} ${word}`,
      handle: `${name.toLowerCase()}-${word}`,
      ...(parent ? { parent_category_id: parent.id } : {}),
    });
  const top = await create("Top");
  const middle = await create("Middle", top);
  const lowest = await create("Lowest", middle);
  const product = await catalog.createProduct({ stock: 5, product: { categories: [{ id: lowest.id }] } });
  return { top, middle, lowest, product };
}

const pathOf = ({ handle }: { handle: string }) => `/us/categories/${handle}`;

test("A category lists what is below it, and leads down and up through three levels", async ({ catalog }) => {
  const { top, middle, lowest, product } = await createBranch(catalog);
  const findItems = async () =>
    linksOf(await open(pathOf(top)), '[data-testid="products-list"]').filter((href) => href !== undefined);
  await expect
    .poll(findItems, { timeout: 10_000, intervals: [100] })
    .toEqual([`/us/products/${product.handle}`]);

  const topPage = await open(pathOf(top));
  const middlePage = await open(pathOf(middle));
  const lowestPage = await open(pathOf(lowest));
  const productPage = await open(`/us/products/${product.handle}`);
  const [down, up] = ['nav[aria-label="Subcategories"]', 'nav[aria-label="Breadcrumb"]'];
  expect([down, up].map((nav) => linksOf(topPage, nav))).toEqual([[pathOf(middle)], []]);
  expect([down, up].map((nav) => linksOf(middlePage, nav))).toEqual([
    [pathOf(lowest)],
    ["/us/store", pathOf(top)],
  ]);
  expect([down, up].map((nav) => linksOf(lowestPage, nav))).toEqual([
    [],
    ["/us/store", pathOf(top), pathOf(middle)],
  ]);
  expect(linksOf(productPage, up)).toEqual(["/us/store", pathOf(top), pathOf(middle), pathOf(lowest)]);
  expect(topPage.querySelector(down)?.text, "the number of items").toMatch(/1 items?$/);
});

test("The menu has the whole tree, header and front page its top", async ({ catalog }) => {
  const { top, middle, lowest } = await createBranch(catalog);
  const inMenu = async () => linksOf(await open("/us"), 'nav[aria-label="Menu"]');
  await expect
    .poll(inMenu, { timeout: 10_000, intervals: [100] })
    .toEqual(expect.arrayContaining([pathOf(top), pathOf(middle), pathOf(lowest)]));
  const page = await open("/us");
  for (const part of ['nav[aria-label="Shop"]', "main", "footer"])
    expect(linksOf(page, part), part).not.toEqual(expect.arrayContaining([pathOf(middle)]));
  expect(linksOf(page, "main")).toEqual(expect.arrayContaining([pathOf(top)]));
});

test("Below a hidden category the others stay, without a way through it", async ({ catalog }) => {
  const { top, middle, lowest } = await createBranch(catalog);
  await catalog.editAndWait([middle], () =>
    catalog.post(`/product-categories/${middle.id}`, { is_active: false }),
  );
  const page = await open(pathOf(lowest));
  expect(linksOf(page, 'nav[aria-label="Breadcrumb"]')).toEqual([]);
  expect((await new HttpBrowser().get(pathOf(middle))).status).toBe(404);
  expect(linksOf(await open(pathOf(top)), 'nav[aria-label="Subcategories"]')).toEqual([]);
});
