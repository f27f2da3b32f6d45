import { join } from "node:path";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { readCatalogue, type Catalogue } from "./catalogue";
import { seedDelivery } from "./delivery";
import { seedLocation } from "./location";
import { missing } from "./missing";
import { uploadPictures } from "./pictures";
import { createDrafts, publishProducts, removeDrafts, removeLeftOverStock } from "./products";
import { seedShelves } from "./shelves";
import { seedShippingProfile } from "./shipping-profile";
import { seedStock } from "./stock";

/** Everything that is for sale, where it is kept and how it is sent; products become visible last, when complete. */
export async function seedGoods(
  container: MedusaContainer,
  folder: string,
  salesChannelId: string,
): Promise<void> {
  const catalogue = await readCatalogue(folder);
  const shippingProfileId = await seedShippingProfile(container);
  const locationId = await seedLocation(container, salesChannelId);
  await seedDelivery(container, locationId, shippingProfileId);
  const shelves = await seedShelves(container, catalogue);
  const products = await absentProducts(container, catalogue);
  if (!products.length) return;
  const handles = products.map(({ handle }) => handle);
  const pictures = await uploadPictures(container, join(folder, "pictures"), handles);
  await createDrafts(container, products, { shelves, pictures, salesChannelId, shippingProfileId });
  await seedStock(container, products, locationId);
  await publishProducts(container, handles);
}

async function absentProducts(container: MedusaContainer, catalogue: Catalogue) {
  await removeDrafts(container, catalogue.products);
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProducts({}, { select: ["handle"], take: 1000 });
  const products = missing(catalogue.products, existing, ({ handle }) => handle);
  await removeLeftOverStock(container, products);
  return products;
}
