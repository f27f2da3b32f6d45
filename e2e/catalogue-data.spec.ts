import { expect, test } from "./support/fixtures";
import { randomUUID } from "node:crypto";
import { parse } from "node-html-parser";

test("Internal and inactive categories are hidden everywhere, and changes of visibility take effect", async ({
  request,
  catalog,
}) => {
  const word = `word${randomUUID().slice(0, 8)}`;
  const createCategory = (name: string, flags: object) =>
    catalog.createCategory({ name: `${name} ${word}`, handle: `${name.toLowerCase()}-${word}`, ...flags });
  const internal = await createCategory("Internal", { is_internal: true });
  const inactive = await createCategory("Inactive", { is_active: false });
  const visible = await createCategory("Shown", {});
  const categories = [internal, inactive, visible].map(({ id }) => ({ id }));
  const product = await catalog.createProduct({ title: "Tried Thing", product: { categories } });
  const pages = ["/us", "/us/store", `/us/products/${product.handle}`, "/us/search?q=scarf", "/sitemap.xml"];
  const status = async ({ handle }: { handle: string }) =>
    (await request.get(`/us/categories/${handle}`)).status();

  await catalog.editAndWait([product], () =>
    catalog.post(`/products/${product.id}`, { subtitle: "In three categories" }),
  );
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    for (const { handle } of [internal, inactive]) expect(html, path).not.toContain(handle);
    for (const name of ["Internal", "Inactive"]) expect(html, path).not.toContain(`${name} ${word}`);
  }
  expect([await status(internal), await status(inactive), await status(visible)]).toEqual([404, 404, 200]);
  for (const name of ["internal", "inactive"])
    expect(await (await request.get(`/us/search?q=${name}-${word}`)).text()).toContain("0 items");
  const page = parse(await (await request.get(`/us/products/${product.handle}`)).text());
  expect(page.querySelector("nav[aria-label=Breadcrumb]")?.text).toContain(`Shown ${word}`);

  await catalog.editAndWait([inactive, visible], async () => {
    await catalog.post(`/product-categories/${inactive.id}`, { is_active: true });
    await catalog.post(`/product-categories/${visible.id}`, { is_internal: true });
  });
  expect([await status(inactive), await status(visible)]).toEqual([200, 404]);
  const after = await (await request.get(`/us/products/${product.handle}`)).text();
  expect(after).toContain(`Inactive ${word}`);
  expect(after).not.toContain(`Shown ${word}`);
});

const TYPED = "First line\nSecond line\n\nSecond paragraph, 2 < 3 & so on";
const PASTED =
  '<p style="color:red">Soft <b>wool</b>,<br>warm.</p><ul><li>Light</li></ul><script>window.pasted = 1</script>';

test("A description keeps its paragraphs, and pasted markup is read as text, never run", async ({
  page,
  request,
  catalog,
}) => {
  const metadata = { care: "Wash cold.\nDry <b>flat</b>." };
  const typed = await catalog.createProduct({
    product: { description: TYPED, subtitle: "<i>Soft</i>", metadata },
  });
  const pasted = await catalog.createProduct({ product: { description: PASTED } });

  await page.goto(`/us/products/${typed.handle}`);
  const description = page.getByTestId("product-description");
  await expect(description.locator("p")).toHaveText(
    [/^First line\nSecond line$/, "Second paragraph, 2 < 3 & so on"],
    { useInnerText: true },
  );
  await expect(page.getByText("Soft", { exact: true })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Wash cold." })).toHaveText(
    /^Wash cold\.\nDry flat\.$/,
    {
      useInnerText: true,
    },
  );

  await page.goto(`/us/products/${pasted.handle}`);
  await expect(description.locator("p")).toHaveText([/^Soft wool,\nwarm\.$/, "• Light"], {
    useInnerText: true,
  });
  expect(await page.evaluate(() => "pasted" in window)).toBe(false);
  const html = await (await request.get(`/us/products/${pasted.handle}`)).text();
  const root = parse(html, { blockTextElements: { script: true } });
  expect(root.querySelector("meta[name=description]")?.getAttribute("content")).toBe(
    "Soft wool, warm. • Light",
  );
  const schema = root.querySelector("script[type='application/ld+json']")?.text ?? "";
  expect(JSON.parse(schema)).toMatchObject({ description: "Soft wool, warm. • Light" });
});

test("A backorder is labelled on the page, in the cart and to search engines; without managed inventory no stock is claimed", async ({
  guest,
  request,
  catalog,
}) => {
  const variant = { manage_inventory: true, allow_backorder: true };
  const soldOut = await catalog.createProduct({ stock: 0, variant });
  const inStock = await catalog.createProduct({ stock: 1, variant });
  const uncounted = await catalog.createProduct();
  const read = async ({ handle }: { handle: string }) => (await request.get(`/us/products/${handle}`)).text();
  expect(await read(inStock)).toContain("In stock, ready to go.");
  expect(await read(inStock)).toContain("https://schema.org/InStock");
  expect(await read(uncounted)).toContain("Available to order.");
  expect(await read(uncounted)).not.toContain("In stock");
  const html = await read(soldOut);
  expect(html).toContain("https://schema.org/BackOrder");
  expect(html).not.toContain("In stock, ready");

  const ada = await guest();
  await ada.openProduct({ handle: soldOut.handle });
  await expect(ada.page.getByText("On backorder: order it now")).toBeVisible();
  await ada.addToCart({ handle: soldOut.handle });
  await expect(ada.drawer.getByText("On backorder: sent when it is back in stock.")).toBeVisible();
  await ada.addToCart({ handle: inStock.handle });
  await expect(ada.cartLink).toHaveText("Cart (2)");
  await ada.page.goto("/us/cart");
  const line = ada.page.getByRole("listitem").filter({ hasText: inStock.title });
  await line.getByRole("combobox").selectOption("3");
  await expect(
    line.getByText("1 in stock, the rest on backorder: sent when it is back in stock."),
  ).toBeVisible();
  await expect(
    ada.page.getByText("On backorder: sent when it is back in stock.", { exact: true }),
  ).toBeVisible();
});
