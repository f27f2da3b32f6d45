import { randomUUID } from "node:crypto";
import { parse } from "node-html-parser";
import { expect, test } from "./support/fixtures";
import { environment } from "./support/environment";

/**
 * Handles that Medusa accepts: letters and digits of any script for products, anything for categories and
 * collections.
 */
const PRODUCT = ["größe", "帽子と手袋", "شال-صوف", "șapcă-42"];
const LISTS = ["Kids & Toys", "100% Wool", "Men/Women", "What's new?", "🧣 Écharpes", "No.5", "Größen+"];

/** Links of a page whose URL contains the word. */
function listAddresses(html: string, word: string): string[] {
  const root = parse(html, { blockTextElements: { script: true } });
  const links = root
    .querySelectorAll("a[href], link[rel=canonical]")
    .map((link) => link.getAttribute("href") ?? "");
  return links.filter((href) => decodeURIComponent(href).includes(word));
}

/** The page's own path, as the country form sends it. */
const readOwnPath = (html: string) =>
  parse(html).querySelector("form input[name=path]")?.getAttribute("value");

test("Products, categories and collections open whatever characters their handle has, from every link to them", async ({
  request,
  catalog,
}) => {
  const word = randomUUID().slice(0, 8);
  const categories: { id: string; handle: string }[] = [];
  for (const name of LISTS) categories.push(await catalog.createCategory({ name: `${name} ${word}` }));
  const collections: { id: string; handle: string }[] = [];
  for (const title of LISTS) collections.push(await catalog.createCollection({ title: `${title} ${word}` }));
  const handles = PRODUCT.map((handle) => `${handle}-${word}`);
  const products: { handle: string; title: string }[] = [];
  await catalog.editAndWait([{ handle: handles.at(-1) ?? "" }], async () => {
    for (const [index, handle] of handles.entries()) {
      const product = {
        categories: categories.map(({ id }) => ({ id })),
        collection_id: collections[index]?.id,
      };
      products.push(await catalog.createProduct({ handle, title: `Thing ${handle}`, stock: 5, product }));
    }
  });
  const open = async (path: string) => {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    return response.text();
  };
  for (const { handle, title } of products) {
    const path = `/us/products/${encodeURIComponent(handle)}`;
    const html = await open(path);
    expect(parse(html).querySelector("h1")?.text).toBe(title);
    expect(listAddresses(html, word)).toContain(environment.baseUrl + path);
    expect(html).toContain(`"url":"${environment.baseUrl}${path}"`);
    expect(readOwnPath(html), "what the country menu sends").toBe(path);
  }
  for (const [kind, entries] of [
    ["categories", categories],
    ["collections", collections],
  ] as const) {
    for (const { handle } of entries) {
      const path = `/us/${kind}/${encodeURIComponent(handle)}`;
      for (const query of ["", "?sortBy=price_asc", "?page=2"]) {
        const html = await open(path + query);
        expect(html, path + query).toContain(word);
        expect(html, path + query).not.toContain("We cannot sort by that");
        expect(listAddresses(html, word), path).toContain(environment.baseUrl + path);
        if (query === "") expect(readOwnPath(html), "what the country menu sends").toBe(path);
      }
    }
  }
  const list = await open(`/us/categories/${encodeURIComponent(categories[0]?.handle ?? "")}`);
  const linked = new Set(
    listAddresses(list, word).map((href) => new URL(href, environment.baseUrl).pathname),
  );
  expect(linked.size).toBeGreaterThan(PRODUCT.length + LISTS.length);
  for (const path of linked) await open(path);
  const sitemap = (await open("/sitemap.xml")).replaceAll("&apos;", "'");
  for (const handle of [...handles, ...categories.map((entry) => entry.handle)])
    expect(sitemap).toContain(`/${encodeURIComponent(handle)}<`);
});

test("A product with such a handle can be added to the cart, opened from there, and opened in another country", async ({
  guest,
  catalog,
}) => {
  const handle = `größe-${randomUUID().slice(0, 8)}`;
  const product = await catalog.createProduct({ handle, title: `Thing ${handle}`, stock: 5 });
  const ada = await guest();
  await ada.addToCart({ handle });
  await expect(ada.cartLink).toHaveText("Cart (1)");
  await ada.page.goto("/us/cart");
  await ada.page.getByRole("main").getByRole("link", { name: product.title }).click();
  await expect(ada.page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
  await ada.page.getByRole("button", { name: "Shipping to United States" }).click();
  await ada.page.getByRole("group", { name: "Ship to" }).getByRole("button", { name: "Japan" }).click();
  await expect(ada.page).toHaveURL(`/jp/products/${encodeURIComponent(handle)}`);
  await expect(ada.page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
});

test("A country code in capitals redirects to lower case, with the query", async ({ request }) => {
  for (const [from, to] of [
    ["/US", "/us"],
    ["/De/store?page=2", "/de/store?page=2"],
    ["/JP/products/attendants-scarf", "/jp/products/attendants-scarf"],
    ["/US/products/gr%C3%B6%C3%9Fe", "/us/products/gr%C3%B6%C3%9Fe"],
  ] as const) {
    const response = await request.get(from, { maxRedirects: 0 });
    expect([response.status(), response.headers().location], from).toEqual([308, to]);
  }
});

test("Search engines are told of the countries that sell a product, and of no others", async ({
  request,
  catalog,
}) => {
  const product = await catalog.createProduct({ price: { gbp: 10, eur: 12 } });
  await catalog.editAndWait([product], () =>
    catalog.post(`/products/${product.id}`, { subtitle: "Not in dollars" }),
  );
  const path = `/products/${product.handle}`;
  expect((await request.get(`/us${path}`)).status()).toBe(404);
  const root = parse(await (await request.get(`/de${path}`)).text());
  const languages = root
    .querySelectorAll("link[rel=alternate][hreflang]")
    .map((link) => link.getAttribute("hreflang"));
  expect(languages.toSorted()).toEqual(["en-DE", "en-ES", "en-FR", "en-GB", "en-IT", "en-NL", "x-default"]);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(`/gb${path}<`);
  expect(sitemap).not.toContain(`/us${path}`);
});
