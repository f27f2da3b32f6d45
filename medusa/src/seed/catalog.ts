import { join } from "node:path";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { readCatalogFile, type CatalogFile } from "./catalog-file";
import { seedDelivery } from "./delivery";
import { seedLocation } from "./location";
import { findMissing } from "./missing";
import { type Pictures, uploadPictures } from "./pictures";
import { createDrafts, publishProducts, removeDrafts, removeLeftOverStock } from "./products";
import { seedCategoriesAndCollections } from "./categories-and-collections";
import { seedShippingProfile } from "./shipping-profile";
import { seedStock } from "./stock";
import { linkPictures } from "./variant-pictures";

/** Seeds the catalogue with its stock and shipping. Products are published last, when complete. */
export async function seedCatalog(
  container: MedusaContainer,
  folder: string,
  salesChannelId: string,
): Promise<void> {
  const catalogue = await readCatalogFile(folder);
  const shippingProfileId = await seedShippingProfile(container);
  const locationId = await seedLocation(container, salesChannelId);
  await seedDelivery(container, locationId, shippingProfileId);
  const listIds = await seedCategoriesAndCollections(container, catalogue);
  const products = await findMissingProducts(container, catalogue);
  if (!products.length) return;
  const handles = products.map(({ handle }) => handle);
  const pictures = new Map<string, Pictures>();
  for (const product of products)
    pictures.set(product.handle, await uploadPictures(container, join(folder, "pictures"), product));
  await createDrafts(container, products, { groupIds: listIds, pictures, salesChannelId, shippingProfileId });
  for (const product of products)
    await linkPictures(container, product, pictures.get(product.handle) ?? new Map());
  await seedStock(container, products, locationId);
  await publishProducts(container, handles);
}

async function findMissingProducts(container: MedusaContainer, catalogue: CatalogFile) {
  await removeDrafts(container, catalogue.products);
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProducts({}, { select: ["handle"], take: 1000 });
  const products = findMissing(catalogue.products, existing, ({ handle }) => handle);
  await removeLeftOverStock(container, products);
  return products;
}
