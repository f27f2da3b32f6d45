import { randomUUID } from "node:crypto";
import { pick, requireCapacity } from "./random-choice";
import type { Product } from "./model";
import { drawPrices } from "./products";
import type { ShopkeeperContext } from "./shopkeeper";

const MAX_PER_KIND = 8;
const SOONEST_MS = 2_000;
const LATEST_MS = 20_000;

/** Creates a price list for one product, with random dates, for everybody or for the customer group. */
export async function createPriceList(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, created, random, group } = shopkeeper;
  requireCapacity(model.priceLists, MAX_PER_KIND);
  const product = pick(random, model.products);
  const startsAt = random.below(3) === 0 ? drawSoon(shopkeeper) : null;
  const endsAt =
    random.below(3) === 0 ? (startsAt ?? Date.now()) + SOONEST_MS + random.below(LATEST_MS) : null;
  const isForGroup = random.below(4) === 0;
  const title = `Day sale ${randomUUID().slice(0, 8)}`;
  product.boundaries.push(...[startsAt, endsAt].flatMap((at) => at ?? []));
  const body = {
    title,
    description: "Made for a day",
    status: "active",
    type: pick(random, ["sale", "override"]),
    ...(startsAt ? { starts_at: new Date(startsAt).toISOString() } : {}),
    ...(endsAt ? { ends_at: new Date(endsAt).toISOString() } : {}),
    ...(isForGroup ? { rules: { "customer.groups.id": [group] } } : {}),
    prices: listPrices(shopkeeper, product),
  };
  await model.change([product], async () => {
    const { price_list } = await admin.post<{ price_list: { id: string } }>("/price-lists", body);
    created.priceLists.push(price_list.id);
    model.priceLists.push({ id: price_list.id, title, product });
  });
  const times = `${startsAt ? " later" : ""}${endsAt ? " for a while" : ""}${isForGroup ? " for a group" : ""}`;
  return `makes "${title}" for ${product.handle}${times}`;
}

function listPrices(shopkeeper: ShopkeeperContext, { variants }: Product) {
  const currencies = pick(shopkeeper.random, [undefined, undefined, ["usd"], ["gbp", "eur"]]);
  return variants.flatMap(({ id }) =>
    drawPrices(shopkeeper, currencies).map((price) => ({
      ...price,
      variant_id: id,
      amount:
        price.currency_code === "jpy" ? Math.round(price.amount / 2) : Math.round(price.amount * 50) / 100,
    })),
  );
}

/** Sets another end date, or none. */
export async function changePriceList(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const list = pick(random, model.priceLists);
  const endsAt = random.below(2) === 0 ? drawSoon(shopkeeper) : null;
  if (endsAt) list.product.boundaries.push(endsAt);
  const body = { ends_at: endsAt ? new Date(endsAt).toISOString() : null };
  await model.change([list.product], () => admin.post(`/price-lists/${list.id}`, body));
  return `lets "${list.title}" end ${endsAt ? "soon" : "never"}`;
}

export async function togglePriceList({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const list = pick(random, model.priceLists);
  const status = pick(random, ["draft", "active"]);
  await model.change([list.product], () => admin.post(`/price-lists/${list.id}`, { status }));
  return `makes "${list.title}" ${status}`;
}

export async function deletePriceList({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const list = pick(random, model.priceLists);
  await model.change([list.product], () => admin.delete(`/price-lists/${list.id}`));
  model.priceLists.splice(model.priceLists.indexOf(list), 1);
  return `deletes "${list.title}"`;
}

function drawSoon({ random }: ShopkeeperContext): number {
  return Date.now() + SOONEST_MS + random.below(LATEST_MS);
}

/** Creates a tax rate of its own for one product in one country. */
export async function createTaxRate(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, setup, created, random } = shopkeeper;
  requireCapacity(model.taxRates, MAX_PER_KIND);
  const product = pick(random, model.products);
  const region = pick(random, setup.taxRegions);
  const body = {
    name: "Day rate",
    code: `day-${randomUUID().slice(0, 8)}`,
    rate: pick(random, [0, 7, 8.875, 25]),
    tax_region_id: region.id,
    rules: [{ reference: "product", reference_id: product.id }],
  };
  const { tax_rate } = await admin.post<{ tax_rate: { id: string } }>("/tax-rates", body);
  created.taxRates.push(tax_rate.id);
  model.taxRates.push(tax_rate);
  return `taxes ${product.handle} in ${region.country} at ${body.rate} %`;
}

export async function changeTaxRate({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const { id } = pick(random, model.taxRates);
  const rate = pick(random, [0, 5.5, 12]);
  await admin.post(`/tax-rates/${id}`, { rate });
  return `changes a tax to ${rate} %`;
}

export async function deleteTaxRate({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const rate = pick(random, model.taxRates);
  await admin.delete(`/tax-rates/${rate.id}`);
  model.taxRates.splice(model.taxRates.indexOf(rate), 1);
  return "takes a tax back";
}
