import type { SearchTypes } from "@medusajs/framework/types";
import { defineSearchIndex } from "@medusajs/framework/utils";
import { buildDocuments } from "./document";
import { productFields } from "./fields";
import { readCatalogContext, readProducts, type Query } from "./read-products";

const BATCH = 100;

/**
 * The index that everything which lists products reads. It declares no events: `src/revalidation` writes what has changed
 * before it tells the storefront, so that the storefront never reads an older document (`refresh.ts`).
 */
export default defineSearchIndex({
  name: "product",
  entity: "product",
  fields: productFields,
  seed: seedProducts,
});

/** All documents, by product id. Resumes with the product of the last document, whose others may be missing. */
async function* seedProducts({
  container,
  last_key: lastKey,
  catchup,
}: SearchTypes.SearchSeedContext): AsyncIterable<SearchTypes.SearchMutation[]> {
  const query: Query = container.query;
  const { regions, categories } = await readCatalogContext(query);
  let after: Record<string, string> = lastKey ? { $gte: lastKey.split(":")[0] ?? "" } : { $gt: "" };
  for (;;) {
    const filters = {
      id: after,
      ...(catchup ? { updated_at: { $gte: catchup.since } } : {}),
    };
    const products = await readProducts(query, filters, { regions, take: BATCH });
    const last = products.at(-1);
    if (!last) return;
    const documents = products.flatMap((product) => buildDocuments(product, regions, categories));
    const removal = { action: "delete" as const, filters: { product_id: products.map(({ id }) => id) } };
    yield [...(catchup ? [removal] : []), { action: "upsert" as const, documents }];
    after = { $gt: last.id };
  }
}
