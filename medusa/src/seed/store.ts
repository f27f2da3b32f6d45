import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows";
import { markets } from "./markets";

/** Finds the store and its sales channel, which Medusa creates at its first start. */
export async function findStore(container: MedusaContainer) {
  const [store] = await container.resolve(Modules.STORE).listStores();
  if (!store?.default_sales_channel_id)
    throw new Error("The database has no store. Run the migrations first.");
  return {
    id: store.id,
    salesChannelId: store.default_sales_channel_id,
    seeded: store.metadata?.seeded === true,
    hasPicturesByColour: store.metadata?.pictures === "by colour",
  };
}

/** Seeds the store's name and currencies. */
export async function seedStore(container: MedusaContainer, id: string): Promise<void> {
  const supported_currencies = markets.map(({ currency, taxInclusive }) => ({
    currency_code: currency,
    is_default: currency === "usd",
    is_tax_inclusive: taxInclusive,
  }));
  await updateStoresWorkflow(container).run({
    input: { selector: { id }, update: { name: "Cloakroom", supported_currencies } },
  });
}

/** Marks the seed, with pictures of each colour, as complete, so that it never again changes the shop's data. */
export async function markSeeded(container: MedusaContainer, id: string): Promise<void> {
  const metadata = { seeded: true, pictures: "by colour" };
  await container.resolve(Modules.STORE).updateStores(id, { metadata });
}
