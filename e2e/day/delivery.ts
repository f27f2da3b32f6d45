import { randomUUID } from "node:crypto";
import { pick, requireRoom } from "./chance";
import type { Shopkeeper } from "./keeper";

/** Of those that come and go. */
const MOST = 8;

type NewDelivery = { name: string; zone: Shopkeeper["premises"]["zones"][number]; profile: string };

/** The ones that are there all day, one for every part of the world and shipping profile. */
export async function makeUsualDeliveries(keeper: Shopkeeper): Promise<void> {
  const wanted = keeper.premises.zones.flatMap((zone) =>
    keeper.profiles.map((profile) => ({ name: "Day standard", zone, profile })),
  );
  await Promise.all(wanted.map((each) => createDelivery(keeper, each)));
}

/** One that comes and goes. */
export async function makeDelivery(keeper: Shopkeeper): Promise<string> {
  const { world, premises, random, profiles } = keeper;
  requireRoom(world.deliveries, MOST);
  const zone = pick(random, premises.zones);
  const name = `Day courier ${randomUUID().slice(0, 4)}`;
  const id = await createDelivery(keeper, { name, zone, profile: pick(random, profiles) });
  world.deliveries.push({ id, name, currency: zone.currency });
  return `makes the delivery "${name}" in ${zone.currency}`;
}

async function createDelivery(keeper: Shopkeeper, { name, zone, profile }: NewDelivery): Promise<string> {
  const { office, premises, made } = keeper;
  const { shipping_option } = await office.post<{ shipping_option: { id: string } }>("/shipping-options", {
    name,
    service_zone_id: zone.id,
    shipping_profile_id: profile,
    price_type: "flat",
    provider_id: "manual_manual",
    type_id: premises.deliveryType,
    prices: drawPrices(keeper, zone.currency),
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  });
  made.deliveries.push(shipping_option.id);
  return shipping_option.id;
}

/** Some are free from a sum on. */
function drawPrices({ random }: Shopkeeper, currency_code: string) {
  const amount = currency_code === "jpy" ? 100 * (1 + random.below(20)) : random.below(3_000) / 100;
  const from = currency_code === "jpy" ? 300_000 : 3_000;
  const free = {
    currency_code,
    amount: 0,
    rules: [{ attribute: "item_total", operator: "gte", value: from }],
  };
  return [{ currency_code, amount }, ...(random.below(3) === 0 ? [free] : [])];
}

export async function repriceDelivery(keeper: Shopkeeper): Promise<string> {
  const { office, world, random } = keeper;
  const { id, name, currency } = pick(random, world.deliveries);
  await office.post(`/shipping-options/${id}`, { prices: drawPrices(keeper, currency) });
  return `reprices the delivery "${name}"`;
}

export async function deleteDelivery({ office, world, random }: Shopkeeper): Promise<string> {
  const delivery = pick(random, world.deliveries);
  await office.remove(`/shipping-options/${delivery.id}`);
  world.deliveries.splice(world.deliveries.indexOf(delivery), 1);
  return `deletes the delivery "${delivery.name}"`;
}
