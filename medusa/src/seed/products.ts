import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types";
import { Modules, ProductStatus } from "@medusajs/framework/utils";
import {
  createProductsWorkflow,
  deleteInventoryItemWorkflow,
  deleteProductsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows";
import type { CatalogFileProduct } from "./catalog-file";
import type { CategoryAndCollectionIds } from "./categories-and-collections";
import { picturesOf, type Pictures } from "./pictures";

/** Shared input of all products. */
export interface ProductDefaults {
  groupIds: CategoryAndCollectionIds;
  /** By handle. */
  pictures: Map<string, Pictures>;
  salesChannelId: string;
  shippingProfileId: string;
}

/** Creates products as drafts, with variants and prices; `publishProducts` makes them visible. */
export async function createDrafts(
  container: MedusaContainer,
  products: CatalogFileProduct[],
  defaults: ProductDefaults,
): Promise<void> {
  const input = { products: products.map((product) => productInput(product, defaults)) };
  await createProductsWorkflow(container).run({ input });
}

/** Publishes complete drafts. */
export async function publishProducts(container: MedusaContainer, handles: string[]): Promise<void> {
  await updateProductsWorkflow(container).run({
    input: { selector: { handle: handles }, update: { status: ProductStatus.PUBLISHED } },
  });
}

/** Deletes the drafts of an interrupted seed, which may be incomplete. */
export async function removeDrafts(
  container: MedusaContainer,
  products: CatalogFileProduct[],
): Promise<void> {
  const handle = products.map((product) => product.handle);
  const drafts = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle, status: ProductStatus.DRAFT }, { select: ["id", "handle"], take: handle.length });
  if (drafts.length)
    await deleteProductsWorkflow(container).run({ input: { ids: drafts.map(({ id }) => id) } });
}

/** Inventory items are created before they are linked to a variant, so an interrupted seed can leave some unlinked. */
export async function removeLeftOverStock(
  container: MedusaContainer,
  products: CatalogFileProduct[],
): Promise<void> {
  const sku = products.flatMap(({ variants }) => variants.map((variant) => variant.sku));
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({ sku }, { take: sku.length });
  if (items.length) await deleteInventoryItemWorkflow(container).run({ input: items.map(({ id }) => id) });
}

function productInput(product: CatalogFileProduct, defaults: ProductDefaults): CreateProductWorkflowInputDTO {
  const { handle, title, subtitle, description, material, options } = product;
  const pictures: Pictures = defaults.pictures.get(handle) ?? new Map();
  const urls = [...pictures.values()].flat();
  const categoryId = defaults.groupIds.categories.get(product.category);
  return {
    handle,
    title,
    subtitle,
    description,
    material,
    options: options.map((option) => ({ ...option, ranks: rankByPosition(option.values) })),
    status: ProductStatus.DRAFT,
    metadata: { care: product.care, origin: product.origin },
    category_ids: categoryId ? [categoryId] : [],
    collection_id: product.collection ? defaults.groupIds.collections.get(product.collection) : undefined,
    thumbnail: urls[0],
    images: urls.map((url) => ({ url })),
    sales_channels: [{ id: defaults.salesChannelId }],
    shipping_profile_id: defaults.shippingProfileId,
    variants: product.variants.map((variant, place) => ({
      ...variantInput(variant, place),
      thumbnail: picturesOf(pictures, variant)[0],
    })),
  };
}

/** Without ranks the database decides the order of sizes. */
function rankByPosition(values: string[]): Record<string, number> {
  return Object.fromEntries(values.map((value, place) => [value, place]));
}

function variantInput({ sku, options, prices }: CatalogFileProduct["variants"][number], place: number) {
  return {
    sku,
    options,
    variant_rank: place,
    title: Object.values(options).join(" / "),
    manage_inventory: true,
    prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
  };
}
