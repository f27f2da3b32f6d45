import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../env";
import { buildSearchIndex } from "../search/build";
import { seedAdmin, seedCustomer, updateAdminPassword } from "../seed/accounts";
import { seedCatalog } from "../seed/catalog";
import { seedPromotions } from "../seed/promotions";
import { offerDemoBank, seedRegions } from "../seed/regions";
import { replacePictures } from "../seed/replace-pictures";
import { findStore, markSeeded, seedStore } from "../seed/store";
import { seedTaxes } from "../seed/taxes";

/**
 * Seeds an empty shop. Idempotent: a second run changes only the admin's password, if another is set, offers the
 * demo's bank where it is on, completes an interrupted one, and gives a shop of an earlier version its pictures of each
 * colour.
 * The argument is the folder with `catalogue.json` and `pictures/`.
 */
export default async function seed({ container, args }: ExecArgs): Promise<void> {
  const [folder = "seed"] = args;
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const store = await findStore(container);
  if (store.seeded) {
    await updateAdminPassword(container);
    if (!store.hasPicturesByColour) {
      await replacePictures(container, folder);
      await markSeeded(container, store.id);
    }
    logger.info("The shop is seeded already.");
  } else {
    await seedStore(container, store.id);
    await seedRegions(container);
    await seedTaxes(container);
    await seedPromotions(container);
    await seedCustomer(container);
    await seedAdmin(container);
    await seedCatalog(container, folder, store.salesChannelId);
    await markSeeded(container, store.id);
    logger.info("The shop is seeded.");
  }
  if (env.demoBank) await offerDemoBank(container);
  await buildSearchIndex(container);
}
