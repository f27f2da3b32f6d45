import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createShippingOptionsWorkflow,
  deleteFulfillmentSetsWorkflow,
  deleteShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows";
import { markets } from "./markets";
import { findMissing } from "./missing";

const SET_NAME = "Cloakroom delivery";

const speeds = [
  { code: "standard", label: "Standard", description: "Three to five working days" },
  { code: "express", label: "Express", description: "Next working day, ordered before noon" },
];

/** Seeds two shipping options per market, from one location, with the manual fulfilment provider. */
export async function seedDelivery(
  container: MedusaContainer,
  locationId: string,
  profileId: string,
): Promise<void> {
  await removeIncompleteDelivery(container);
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: SET_NAME,
    type: "shipping",
    service_zones: markets.map(({ name, taxes }) => ({
      name,
      geo_zones: Object.keys(taxes).map((country_code) => ({ country_code, type: "country" as const })),
    })),
  });
  const location = { [Modules.STOCK_LOCATION]: { stock_location_id: locationId } };
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    { ...location, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } },
    { ...location, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
  ]);
  const types = await seedTypes(container);
  const input = set.service_zones.flatMap((zone) => types.map((type) => shippingOption(zone, type)));
  await createShippingOptionsWorkflow(container).run({
    input: input.map((option) => ({ ...option, shipping_profile_id: profileId })),
  });
}

async function seedTypes(container: MedusaContainer) {
  const module = container.resolve(Modules.FULFILLMENT);
  const known = { code: speeds.map(({ code }) => code) };
  await module.createShippingOptionTypes(
    findMissing(speeds, await module.listShippingOptionTypes(known), ({ code }) => code),
  );
  return module.listShippingOptionTypes(known);
}

function shippingOption(
  zone: { id: string; name: string },
  type: { id: string; code: string; label: string },
) {
  const market = markets.find(({ name }) => name === zone.name);
  const amount = market?.delivery[type.code];
  if (!market || amount === undefined)
    throw new Error(`${type.label} delivery to ${zone.name} has no price.`);
  return {
    name: type.label,
    price_type: "flat" as const,
    provider_id: "manual_manual",
    service_zone_id: zone.id,
    type_id: type.id,
    prices: [{ currency_code: market.currency, amount }],
    rules: [
      { attribute: "enabled_in_store", operator: "eq" as const, value: "true" },
      { attribute: "is_return", operator: "eq" as const, value: "false" },
    ],
  };
}

/** An interrupted seed may have left options without prices; they are deleted and created again. */
async function removeIncompleteDelivery(container: MedusaContainer) {
  const module = container.resolve(Modules.FULFILLMENT);
  const [set] = await module.listFulfillmentSets({ name: SET_NAME });
  if (!set) return;
  const options = await module.listShippingOptions({ service_zone: { fulfillment_set: { id: set.id } } });
  if (options.length) {
    await deleteShippingOptionsWorkflow(container).run({ input: { ids: options.map(({ id }) => id) } });
  }
  await deleteFulfillmentSetsWorkflow(container).run({ input: { ids: [set.id] } });
}
