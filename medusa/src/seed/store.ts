import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows";
import { markets } from "./markets";

/** The store and its sales channel; Medusa makes both when it first starts. */
export async function findStore(container: MedusaContainer) {
  const [store] = await container.resolve(Modules.STORE).listStores();
  if (!store?.default_sales_channel_id)
    throw new Error("The database has no store. Run the migrations first.");
  return {
    id: store.id,
    salesChannelId: store.default_sales_channel_id,
    seeded: store.metadata?.seeded === true,
  };
}

/** Names the store and lists its currencies, each with or without tax in the price. */
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

/** Remembers that the seed came to its end, so that it never again touches what the shop has made of it. */
export async function markSeeded(container: MedusaContainer, id: string): Promise<void> {
  await container.resolve(Modules.STORE).updateStores(id, { metadata: { seeded: true } });
}
