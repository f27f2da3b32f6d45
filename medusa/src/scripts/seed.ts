import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { env } from "../env";
import { seedAdmin, seedCustomer } from "../seed/accounts";
import { Catalogue, readCatalogue } from "../seed/catalogue";
import { seedDelivery, seedShippingProfile } from "../seed/delivery";
import { seedLocation } from "../seed/location";
import { missing } from "../seed/missing";
import { uploadPictures } from "../seed/pictures";
import { createDrafts, publishProducts, removeDrafts, removeLeftOverStock } from "../seed/products";
import { seedPromotions } from "../seed/promotions";
import { seedRegions } from "../seed/regions";
import { seedShelves } from "../seed/shelves";
import { seedStock } from "../seed/stock";
import { findStore, markSeeded, seedStore } from "../seed/store";
import { seedTaxes } from "../seed/taxes";

/**
 * Fills an empty shop. Run again it changes nothing; interrupted and run again it completes.
 * Its one argument is the folder that holds `catalogue.json` and `pictures/`.
 */
export default async function seed({ container, args }: ExecArgs): Promise<void> {
  const [folder = "seed"] = args;
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const store = await findStore(container);
  if (store.seeded) {
    logger.info("The shop is seeded already.");
  } else {
    await seedStore(container, store.id);
    await seedRegions(container);
    await seedTaxes(container);
    await seedPromotions(container);
    await seedCustomer(container);
    await seedAdmin(container);
    await seedGoods(container, folder, store.salesChannelId);
    await markSeeded(container, store.id);
    logger.info("The shop is seeded.");
  }
  await writePublishableKey(store.publishableKey);
}

async function seedGoods(container: MedusaContainer, folder: string, salesChannelId: string) {
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

/** The storefront's scripts read the key from here, so that nobody has to copy it. */
async function writePublishableKey(key: string) {
  await mkdir(env.dataDir, { recursive: true });
  await writeFile(join(env.dataDir, "publishable-key"), key);
}
