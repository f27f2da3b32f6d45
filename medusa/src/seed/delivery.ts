import { FulfillmentWorkflow, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  deleteFulfillmentSetsWorkflow,
  deleteShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows";
import { markets } from "./markets";

const SET_NAME = "Cloakroom delivery";

const speeds = [
  { code: "standard", name: "Standard", description: "Three to five working days" },
  { code: "express", name: "Express", description: "Next working day, ordered before noon" },
] as const;

/** Every product ships under the one default profile; returns its id. */
export async function seedShippingProfile(container: MedusaContainer): Promise<string> {
  const [profile] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: "default" });
  if (profile) return profile.id;
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default Shipping Profile", type: "default" }] },
  });
  const [created] = result;
  if (!created) throw new Error("The shipping profile was not created.");
  return created.id;
}

/** Two delivery options per market, shipped from one location by the manual fulfilment provider. */
export async function seedDelivery(container: MedusaContainer, locationId: string, profileId: string) {
  await removeHalfMade(container);
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: SET_NAME,
    type: "shipping",
    service_zones: markets.map(({ name, taxes }) => ({
      name,
      geo_zones: Object.keys(taxes).map((country_code) => ({ country_code, type: "country" as const })),
    })),
  });
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
  ]);
  const input = set.service_zones.flatMap((zone) => shippingOptions(zone, profileId));
  await createShippingOptionsWorkflow(container).run({ input });
}

function shippingOptions(
  zone: { id: string; name: string },
  profileId: string,
): FulfillmentWorkflow.CreateShippingOptionsWorkflowInput[] {
  const market = markets.find(({ name }) => name === zone.name);
  if (!market) return [];
  return speeds.map(({ code, name, description }) => ({
    name,
    price_type: "flat",
    provider_id: "manual_manual",
    service_zone_id: zone.id,
    shipping_profile_id: profileId,
    type: { label: name, description, code },
    prices: [{ currency_code: market.currency, amount: market.delivery[code] }],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  }));
}

/** An interrupted seed may have left options without prices: cheaper to begin this part again than to mend it. */
async function removeHalfMade(container: MedusaContainer) {
  const module = container.resolve(Modules.FULFILLMENT);
  const [set] = await module.listFulfillmentSets({ name: SET_NAME });
  if (!set) return;
  const options = await module.listShippingOptions({ service_zone: { fulfillment_set: { id: set.id } } });
  if (options.length) {
    await deleteShippingOptionsWorkflow(container).run({ input: { ids: options.map(({ id }) => id) } });
  }
  await deleteFulfillmentSetsWorkflow(container).run({ input: { ids: [set.id] } });
}
