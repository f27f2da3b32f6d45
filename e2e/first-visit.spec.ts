import { expect, test } from "./support/fixtures";
import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";

const visit = async (request: APIRequestContext, path: string) => {
  const response = await request.get(path);
  return { status: response.status(), html: await response.text() };
};

/** The pages belong to this test, which visits each once after every edit: it is the first visitor. */
test("The first visit after an edit is right, however quiet the shop was: page, list, search and what is gone", async ({
  request,
  catalog,
}) => {
  const word = `word${randomUUID().slice(0, 8)}`;
  const title = `title${randomUUID().slice(0, 8)}`;
  const [from, to] = [
    await catalog.createCategory({ name: `From ${word}`, handle: `from-${word}` }),
    await catalog.createCategory({ name: `To ${word}`, handle: `to-${word}` }),
  ];
  const scarf = await catalog.createProduct({ stock: 5, product: { categories: [{ id: from.id }] } });
  const page = `/us/products/${scarf.handle}`;
  const list = `/us/categories/${from.handle}`;
  const target = `/us/categories/${to.handle}`;
  await catalog.editAndWait([scarf], () => catalog.post(`/products/${scarf.id}`, { subtitle: "Before" }));
  for (const path of [page, list]) expect((await visit(request, path)).html, path).toContain(scarf.title);
  expect((await visit(request, target)).html).toContain("0 items");
  expect((await visit(request, `/us/search?q=${title}`)).html).toContain("0 items");

  const hat = await test.step("renamed, repriced, and another one made", async () => {
    const handle = `tried-${randomUUID()}`;
    const input = { title: `Made ${title}`, handle, product: { categories: [{ id: from.id }] } };
    await catalog.editAndWait([scarf, { handle }], async () => {
      await catalog.post(`/products/${scarf.id}`, { title: `Renamed ${title}` });
      const prices = [{ currency_code: "usd", amount: 8_765.5 }];
      await catalog.post(`/products/${scarf.id}/variants/${scarf.variantId}`, { prices });
      await catalog.createProduct(input);
    });
    const first = await visit(request, page);
    expect(first.html).toContain(`Renamed ${title}`);
    expect(first.html).toContain("$8,765.50");
    const listed = await visit(request, list);
    for (const text of [`Renamed ${title}`, "$8,765.50", `Made ${title}`])
      expect(listed.html).toContain(text);
    const found = await visit(request, `/us/search?q=${title}`);
    expect(found.html).toContain("2 items");
    expect((await visit(request, "/sitemap.xml")).html).toContain(handle);
    return {
      handle,
      id: await catalog.findFirstId(`/products?handle=${handle}`, "products"),
    };
  });

  await test.step("one moved to another category, the other taken out", async () => {
    const { id } = hat;
    expect((await visit(request, `/us/products/${hat.handle}`)).status).toBe(200);
    await catalog.editAndWait([scarf, hat], async () => {
      await catalog.moveProducts([scarf], { from, to });
      await catalog.post(`/products/${id}`, { status: "draft" });
    });
    expect((await visit(request, `/us/products/${hat.handle}`)).status).toBe(404);
    expect((await visit(request, target)).html).toContain(`Renamed ${title}`);
    expect((await visit(request, list)).html).toContain("0 items");
    expect((await visit(request, page)).html).toContain(`To ${word}`);
  });
});

test("A prefetched link does not show an outdated page", async ({ page, request, catalog }) => {
  const word = `word${randomUUID().slice(0, 8)}`;
  const category = await catalog.createCategory({ name: `In ${word}`, handle: `in-${word}` });
  const scarf = await catalog.createProduct({ stock: 5, product: { categories: [{ id: category.id }] } });
  const edit = (body: object) =>
    catalog.editAndWait([scarf], () => catalog.post(`/products/${scarf.id}`, body));
  await edit({ title: `Before ${word}` });
  await visit(request, `/us/products/${scarf.handle}`);
  await edit({ description: `After ${word}` });
  await page.goto(`/us/categories/${category.handle}`, { waitUntil: "networkidle" });
  await page
    .getByRole("main")
    .getByRole("link", { name: `Before ${word}` })
    .click();
  await expect(page.getByTestId("product-description")).toHaveText(`After ${word}`);
});
