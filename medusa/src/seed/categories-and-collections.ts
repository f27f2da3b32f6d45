import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createCollectionsWorkflow, createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows";
import type { CatalogFile } from "./catalog-file";
import { findMissing } from "./missing";

/** Ids of categories and collections, by handle. */
export interface CategoryAndCollectionIds {
  categories: Map<string, string>;
  collections: Map<string, string>;
}

const idsByHandle = (entries: { handle: string; id: string }[]) =>
  new Map(entries.map(({ handle, id }) => [handle, id]));

/** Seeds categories and collections in the file's order. */
export async function seedCategoriesAndCollections(
  container: MedusaContainer,
  catalogue: CatalogFile,
): Promise<CategoryAndCollectionIds> {
  const module = container.resolve(Modules.PRODUCT);
  const all = { take: 1000 };
  const categories = findMissing(
    catalogue.categories,
    await module.listProductCategories({}, all),
    ({ handle }) => handle,
  );
  if (categories.length) {
    const product_categories = categories.map((category) => ({ ...category, is_active: true }));
    await createProductCategoriesWorkflow(container).run({ input: { product_categories } });
  }
  const collections = findMissing(
    catalogue.collections,
    await module.listProductCollections({}, all),
    ({ handle }) => handle,
  );
  if (collections.length) {
    // Medusa's collections have no description field.
    const input = collections.map(({ description, ...rest }) => ({ ...rest, metadata: { description } }));
    await createCollectionsWorkflow(container).run({ input: { collections: input } });
  }
  return {
    categories: idsByHandle(await module.listProductCategories({}, all)),
    collections: idsByHandle(await module.listProductCollections({}, all)),
  };
}
