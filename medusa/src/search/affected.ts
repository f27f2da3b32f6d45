import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import type { CacheInvalidation } from "../revalidation/cache-invalidations";
import { listWithAncestors } from "./categories";
import { readCategories } from "./read-products";
import { findDocuments, refreshAllProducts, refreshProducts } from "./refresh";

/**
 * Brings the documents up to date with what has changed, before the storefront hears of it.
 * @returns the ids of the products whose documents have changed
 */
export async function refreshAffected(
  container: MedusaContainer,
  invalidations: readonly CacheInvalidation[],
): Promise<Set<string>> {
  // Regions decide which products are sold and at which prices.
  if (invalidations.some(({ type }) => type === "region"))
    return (await refreshAllProducts(container)).changed;
  const idsOf = (type: CacheInvalidation["type"]) =>
    invalidations.filter((each) => each.type === type).map(({ id }) => id);
  const ids = await Promise.all([
    idsOf("product"),
    findProductsOfCategories(container, idsOf("category")),
    findProductsOfCollections(container, idsOf("collection")),
  ]);
  return refreshProducts(container, [...new Set(ids.flat())]);
}

/**
 * As `refreshAffected`. @returns the invalidations, with those of further products, and for each product whether lists
 * show it differently
 */
export async function addChangedProducts(
  container: MedusaContainer,
  invalidations: readonly CacheInvalidation[],
): Promise<CacheInvalidation[]> {
  const changed = await refreshAffected(container, invalidations);
  const known = new Set(invalidations.filter(({ type }) => type === "product").map(({ id }) => id));
  const further = [...changed].filter((id) => !known.has(id));
  return [
    ...invalidations.map((each) =>
      each.type === "product" ? { ...each, isListed: changed.has(each.id) } : each,
    ),
    ...further.map((id): CacheInvalidation => ({ type: "product", id, isListed: true })),
  ];
}

const withId = z.array(z.object({ id: z.string() }));

/** The products that are in the categories or below them, and those whose documents say so. */
async function findProductsOfCategories(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const categories = await readCategories(query);
  const branches = [...categories.keys()].filter((id) =>
    listWithAncestors(id, categories).some((each) => ids.includes(each)),
  );
  const { data } = await query.graph({
    entity: "product",
    fields: ["id"],
    filters: { categories: { id: [...ids, ...branches] } },
  });
  const documents = await findDocuments(container, { category_ids: ids });
  return [...withId.parse(data).map(({ id }) => id), ...documents.map(({ product_id }) => product_id)];
}

async function findProductsOfCollections(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: ["id"], filters: { collection_id: ids } });
  const documents = await findDocuments(container, { collection_id: ids });
  return [...withId.parse(data).map(({ id }) => id), ...documents.map(({ product_id }) => product_id)];
}
