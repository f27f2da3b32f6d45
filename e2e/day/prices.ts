import { randomUUID } from "node:crypto";
import { pick, requireRoom } from "./chance";
import { drawPrices } from "./goods";
import type { Shopkeeper } from "./keeper";
import type { PriceList, Product } from "./world";

const MOST = 8;
const SOONEST = 2_000;
const LATEST = 20_000;

/** For one product: at once or from a moment on, for good or until a moment, for everybody or for a group. */
export async function makePriceList(keeper: Shopkeeper): Promise<string> {
  const { office, world, made, random, group } = keeper;
  requireRoom(world.priceLists, MOST);
  const product = pick(random, world.products);
  const startsAt = random.below(3) === 0 ? soon(keeper) : null;
  const endsAt = random.below(3) === 0 ? (startsAt ?? Date.now()) + SOONEST + random.below(LATEST) : null;
  const isForGroup = random.below(4) === 0;
  const title = `Day sale ${randomUUID().slice(0, 8)}`;
  const list: PriceList = {
    id: "",
    title,
    boundaries: [startsAt, endsAt].flatMap((at) => at ?? []),
    products: [product],
  };
  world.boundaries.push(...list.boundaries);
  const body = {
    title,
    description: "Made for a day",
    status: "active",
    type: pick(random, ["sale", "override"]),
    ...(startsAt ? { starts_at: new Date(startsAt).toISOString() } : {}),
    ...(endsAt ? { ends_at: new Date(endsAt).toISOString() } : {}),
    ...(isForGroup ? { rules: { "customer.groups.id": [group] } } : {}),
    prices: listPrices(keeper, product),
  };
  await world.change([product], async () => {
    const { price_list } = await office.post<{ price_list: { id: string } }>("/price-lists", body);
    list.id = price_list.id;
    made.priceLists.push(list.id);
  });
  world.priceLists.push(list);
  const times = `${startsAt ? " later" : ""}${endsAt ? " for a while" : ""}${isForGroup ? " for a group" : ""}`;
  return `makes "${title}" for ${product.handle}${times}`;
}

function listPrices(keeper: Shopkeeper, { variants }: Product) {
  const currencies = pick(keeper.random, [undefined, undefined, ["usd"], ["gbp", "eur"]]);
  return variants.flatMap(({ id }) =>
    drawPrices(keeper, currencies).map((price) => ({
      ...price,
      variant_id: id,
      amount:
        price.currency_code === "jpy" ? Math.round(price.amount / 2) : Math.round(price.amount * 50) / 100,
    })),
  );
}

/** Other dates, or none. */
export async function changePriceList(keeper: Shopkeeper): Promise<string> {
  const { office, world, random } = keeper;
  const list = pick(random, world.priceLists);
  const endsAt = random.below(2) === 0 ? soon(keeper) : null;
  if (endsAt) world.boundaries.push(endsAt);
  const body = { ends_at: endsAt ? new Date(endsAt).toISOString() : null };
  await world.change(list.products, () => office.post(`/price-lists/${list.id}`, body));
  return `lets "${list.title}" end ${endsAt ? "soon" : "never"}`;
}

export async function switchPriceList({ office, world, random }: Shopkeeper): Promise<string> {
  const list = pick(random, world.priceLists);
  const status = pick(random, ["draft", "active"]);
  await world.change(list.products, () => office.post(`/price-lists/${list.id}`, { status }));
  return `makes "${list.title}" ${status}`;
}

export async function deletePriceList({ office, world, random }: Shopkeeper): Promise<string> {
  const list = pick(random, world.priceLists);
  await world.change(list.products, () => office.remove(`/price-lists/${list.id}`));
  world.priceLists.splice(world.priceLists.indexOf(list), 1);
  return `deletes "${list.title}"`;
}

function soon({ random }: Shopkeeper): number {
  return Date.now() + SOONEST + random.below(LATEST);
}

/** Lower or higher for one product than for the rest of the country, until it is taken back. */
export async function makeTaxRate(keeper: Shopkeeper): Promise<string> {
  const { office, world, premises, made, random } = keeper;
  requireRoom(world.taxRates, MOST);
  const product = pick(random, world.products);
  const region = pick(random, premises.taxRegions);
  const body = {
    name: "Day rate",
    code: `day-${randomUUID().slice(0, 8)}`,
    rate: pick(random, [0, 7, 8.875, 25]),
    tax_region_id: region.id,
    rules: [{ reference: "product", reference_id: product.id }],
  };
  const { tax_rate } = await office.post<{ tax_rate: { id: string } }>("/tax-rates", body);
  made.taxRates.push(tax_rate.id);
  world.taxRates.push(tax_rate);
  return `taxes ${product.handle} in ${region.country} at ${body.rate} %`;
}

export async function changeTaxRate({ office, world, random }: Shopkeeper): Promise<string> {
  const { id } = pick(random, world.taxRates);
  const rate = pick(random, [0, 5.5, 12]);
  await office.post(`/tax-rates/${id}`, { rate });
  return `changes a tax to ${rate} %`;
}

export async function deleteTaxRate({ office, world, random }: Shopkeeper): Promise<string> {
  const rate = pick(random, world.taxRates);
  await office.remove(`/tax-rates/${rate.id}`);
  world.taxRates.splice(world.taxRates.indexOf(rate), 1);
  return "takes a tax back";
}
