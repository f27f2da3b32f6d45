import type { MedusaContainer, SearchTypes } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { buildDocuments } from "./document";
import { readCatalogContext, readProducts, type Query } from "./read-products";
import { Queue } from "./queue";

const INDEX = "product";
const BATCH = 100;
/** More documents than any batch of products has. */
const ALL = 10_000;

/** Refreshes run one after the other: what was read earlier must not be written after what was read later. */
const queue = new Queue();

/**
 * Writes the documents of products anew, where they have changed; deletes those of products that are gone.
 * @returns the ids of the products whose documents have changed
 */
export async function refreshProducts(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<Set<string>> {
  const changed = new Set<string>();
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    // Each batch waits in line by itself, so that an edit does not wait for a whole reconciliation.
    for (const id of await queue.run(() => refreshBatch(container, batch))) changed.add(id);
  }
  return changed;
}

/** As `refreshProducts`, for every product and every document. */
export async function refreshAllProducts(
  container: MedusaContainer,
): Promise<{ checked: number; changed: Set<string> }> {
  const ids = new Set([...(await listProductIds(container)), ...(await listDocumentedIds(container))]);
  return { checked: ids.size, changed: await refreshProducts(container, [...ids]) };
}

async function refreshBatch(container: MedusaContainer, ids: readonly string[]): Promise<Set<string>> {
  const search = container.resolve(Modules.SEARCH);
  const query: Query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { regions, categories } = await readCatalogContext(query);
  const products = await readProducts(query, { id: [...ids] }, { regions, take: ids.length });
  const documents = products.flatMap((product) => buildDocuments(product, regions, categories));
  const stored = await findDocuments(container, { product_id: [...ids] });
  const hashes = new Map(stored.map(({ id, hash }) => [id, hash]));
  const wanted = new Set(documents.map(({ id }) => id));
  const written = documents.filter(({ id, hash }) => hashes.get(id) !== hash);
  const removed = stored.filter(({ id }) => !wanted.has(id));
  if (written.length > 0) await search.upsertDocuments({ index: INDEX, documents: written });
  if (removed.length > 0)
    await search.deleteDocuments({ index: INDEX, filters: { id: removed.map(({ id }) => id) } });
  return new Set([...written, ...removed].map(({ product_id }) => product_id));
}

const storedSchema = z.object({ id: z.string(), product_id: z.string(), hash: z.string().nullish() });

/** The stored documents that match, without their contents. */
export async function findDocuments(
  container: MedusaContainer,
  filters: SearchTypes.SearchFilters,
): Promise<z.infer<typeof storedSchema>[]> {
  const { hits } = await container.resolve(Modules.SEARCH).search({
    entity: INDEX,
    fields: ["id", "product_id", "hash"],
    filters,
    pagination: { take: ALL },
    search_options: { count: "none" },
  });
  return hits.map(({ document }) => storedSchema.parse(document));
}

async function listProductIds(container: MedusaContainer): Promise<string[]> {
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({}, { select: ["id"], take: null as never, order: { id: "ASC" } });
  return products.map(({ id }) => id);
}

/** The products that have documents. */
async function listDocumentedIds(container: MedusaContainer): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let after = ""; ;) {
    const { hits } = await container.resolve(Modules.SEARCH).search({
      entity: INDEX,
      fields: ["id", "product_id"],
      filters: { id: { $gt: after } },
      pagination: { take: ALL, order: { id: "ASC" } },
      search_options: { count: "none" },
    });
    for (const { document } of hits) ids.add(storedSchema.parse(document).product_id);
    after = String(hits.at(-1)?.id ?? "");
    if (hits.length < ALL) return ids;
  }
}
