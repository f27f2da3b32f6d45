import { apiTest as test, expect } from "./support/api-test";
import { environment } from "./support/environment";
import type { MedusaStoreApi } from "./support/medusa-store-api";
import { queryDb } from "./support/storefront-db";
import type { TestProduct } from "./support/test-product";

type Found = { hits: { document: Record<string, unknown> }[]; metadata: { count: number } };

/** The documents of a product as anybody with the publishable key can read them. */
async function findDocuments(storeApi: MedusaStoreApi, { id }: TestProduct) {
  const queries = [{ entity: "product", filters: { product_id: id } }];
  const { body } = await storeApi.post<{ results: Found[] }>("/store/search", { body: { queries } });
  return (body.results[0]?.hits ?? []).map(({ document }) => document);
}

const query = (text: string, values: string[] = []) =>
  queryDb<{ table_name: string }>(text, values, environment.medusaDatabaseUrl);

const FRESH_WITHIN = { timeout: 5_000, intervals: [100] };

test("What is not for sale is in no answer of the search engine, whoever asks, and nothing internal is", async ({
  storeApi,
  catalog,
}) => {
  const product = await catalog.createProduct({ stock: 5 });
  await expect.poll(() => findDocuments(storeApi, product), FRESH_WITHIN).toHaveLength(4);
  const [document] = await findDocuments(storeApi, product);
  expect(Object.keys(document ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/hash|channel|status|keywords|description/)]),
  );
  const refused = await storeApi.post("/store/search", { body: { queries: [{ entity: "customer" }] } });
  expect(refused.status).toBe(400);
  await catalog.post(`/products/${product.id}`, { status: "draft" });
  await expect.poll(() => findDocuments(storeApi, product), FRESH_WITHIN).toEqual([]);
});

test("A document that differs from the catalogue is found, corrected and reported, and the list shows it", async ({
  storeApi,
  catalog,
}) => {
  const [changed, missing] = [
    await catalog.createProduct({ stock: 5 }),
    await catalog.createProduct({ stock: 5 }),
  ];
  for (const product of [changed, missing])
    await expect.poll(() => findDocuments(storeApi, product), FRESH_WITHIN).toHaveLength(4);
  const [{ table_name: table } = {}] = await query(
    "SELECT table_name FROM search_postgres_index ORDER BY updated_at DESC",
  );
  const lost = `'{"title": "Lost", "hash": "lost"}'`;
  await query(`UPDATE ${table} SET document = document || ${lost} WHERE starts_with(id, $1)`, [changed.id]);
  await query(`DELETE FROM ${table} WHERE starts_with(id, $1)`, [missing.id]);
  const { differing } = await catalog.post<{ differing: string[] }>("/search-reconciliations", {});
  expect(differing).toEqual(expect.arrayContaining([changed.id, missing.id]));
  expect((await findDocuments(storeApi, changed)).map(({ title }) => title)).toEqual(
    Array.from({ length: 4 }, () => changed.title),
  );
  expect(await findDocuments(storeApi, missing)).toHaveLength(4);
});
