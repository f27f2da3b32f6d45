import { randomUUID } from "node:crypto";
import { pick, requireCapacity } from "./random-choice";
import { pickInUse, type ShopkeeperContext } from "./shopkeeper";

/** Limit for shipping options that are created and deleted during the day. */
const MAX_DELIVERIES = 8;

type NewDelivery = { name: string; zone: ShopkeeperContext["setup"]["zones"][number]; profile: string };

/** Creates the permanent shipping options, one for each zone and shipping profile. */
export async function createStandardDeliveries(shopkeeper: ShopkeeperContext): Promise<void> {
  const wanted = shopkeeper.setup.zones.flatMap((zone) =>
    shopkeeper.profiles.map((profile) => ({ name: "Day standard", zone, profile })),
  );
  await Promise.all(wanted.map((each) => addShippingOption(shopkeeper, each)));
}

/** Creates a temporary shipping option. */
export async function createDelivery(shopkeeper: ShopkeeperContext): Promise<string> {
  const { model, setup, random, profiles } = shopkeeper;
  requireCapacity(model.deliveries, MAX_DELIVERIES);
  const zone = pick(random, setup.zones);
  const name = `Day courier ${randomUUID().slice(0, 4)}`;
  const id = await addShippingOption(shopkeeper, { name, zone, profile: pick(random, profiles) });
  model.deliveries.push({ id, name, currency: zone.currency });
  return `makes the delivery "${name}" in ${zone.currency}`;
}

async function addShippingOption(
  shopkeeper: ShopkeeperContext,
  { name, zone, profile }: NewDelivery,
): Promise<string> {
  const { admin, setup, created } = shopkeeper;
  const { shipping_option } = await admin.post<{ shipping_option: { id: string } }>("/shipping-options", {
    name,
    service_zone_id: zone.id,
    shipping_profile_id: profile,
    price_type: "flat",
    provider_id: "manual_manual",
    type_id: setup.deliveryType,
    prices: drawPrices(shopkeeper, zone.currency),
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  });
  created.deliveries.push(shipping_option.id);
  return shipping_option.id;
}

/** One in three is free above a minimum amount. */
function drawPrices({ random }: ShopkeeperContext, currency_code: string) {
  const amount = currency_code === "jpy" ? 100 * (1 + random.below(20)) : random.below(3_000) / 100;
  const from = currency_code === "jpy" ? 300_000 : 3_000;
  const free = {
    currency_code,
    amount: 0,
    rules: [{ attribute: "item_total", operator: "gte", value: from }],
  };
  return [{ currency_code, amount }, ...(random.below(3) === 0 ? [free] : [])];
}

export async function repriceDelivery(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model } = shopkeeper;
  const { id, name, currency } = pickInUse(shopkeeper, model.deliveries);
  await admin.post(`/shipping-options/${id}`, { prices: drawPrices(shopkeeper, currency) });
  return `reprices the delivery "${name}"`;
}

export async function deleteDelivery(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model } = shopkeeper;
  const delivery = pickInUse(shopkeeper, model.deliveries);
  await admin.delete(`/shipping-options/${delivery.id}`);
  model.deliveries.splice(model.deliveries.indexOf(delivery), 1);
  return `deletes the delivery "${delivery.name}"`;
}
