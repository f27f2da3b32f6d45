import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows";

const LOCATION = {
  name: "Cloakroom, Bow Street",
  address: { address_1: "14 Bow Street", city: "London", postal_code: "WC2E 7AH", country_code: "GB" },
};

/**
 * Seeds the stock location, linked to the sales channel.
 * @returns its id
 */
export async function seedLocation(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const id = (await findLocation(container)) ?? (await createLocation(container));
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [salesChannelId] } });
  return id;
}

async function findLocation(container: MedusaContainer): Promise<string | undefined> {
  const [location] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name: LOCATION.name });
  return location?.id;
}

async function createLocation(container: MedusaContainer): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({ input: { locations: [LOCATION] } });
  const [location] = result;
  if (!location) throw new Error("The stock location was not created.");
  return location.id;
}
