import { randomUUID } from "node:crypto";
import { pick, requireRoom } from "./random-choice";
import type { Product } from "./model";
import { drawPrices } from "./products";
import type { Shopkeeper } from "./shopkeeper";

const MOST = 8;
const SOONEST = 2_000;
const LATEST = 20_000;

/** For one product: at once or from a moment on, for good or until a moment, for everybody or for a group. */
export async function makePriceList(shopkeeper: Shopkeeper): Promise<string> {
  const { admin, model, made, random, group } = shopkeeper;
  requireRoom(model.priceLists, MOST);
  const product = pick(random, model.products);
  const startsAt = random.below(3) === 0 ? soon(shopkeeper) : null;
  const endsAt = random.below(3) === 0 ? (startsAt ?? Date.now()) + SOONEST + random.below(LATEST) : null;
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
    made.priceLists.push(price_list.id);
    model.priceLists.push({ id: price_list.id, title, product });
  });
  const times = `${startsAt ? " later" : ""}${endsAt ? " for a while" : ""}${isForGroup ? " for a group" : ""}`;
  return `makes "${title}" for ${product.handle}${times}`;
}

function listPrices(shopkeeper: Shopkeeper, { variants }: Product) {
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

/** Other dates, or none. */
export async function changePriceList(shopkeeper: Shopkeeper): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const list = pick(random, model.priceLists);
  const endsAt = random.below(2) === 0 ? soon(shopkeeper) : null;
  if (endsAt) list.product.boundaries.push(endsAt);
  const body = { ends_at: endsAt ? new Date(endsAt).toISOString() : null };
  await model.change([list.product], () => admin.post(`/price-lists/${list.id}`, body));
  return `lets "${list.title}" end ${endsAt ? "soon" : "never"}`;
}

export async function switchPriceList({ admin, model, random }: Shopkeeper): Promise<string> {
  const list = pick(random, model.priceLists);
  const status = pick(random, ["draft", "active"]);
  await model.change([list.product], () => admin.post(`/price-lists/${list.id}`, { status }));
  return `makes "${list.title}" ${status}`;
}

export async function deletePriceList({ admin, model, random }: Shopkeeper): Promise<string> {
  const list = pick(random, model.priceLists);
  await model.change([list.product], () => admin.remove(`/price-lists/${list.id}`));
  model.priceLists.splice(model.priceLists.indexOf(list), 1);
  return `deletes "${list.title}"`;
}

function soon({ random }: Shopkeeper): number {
  return Date.now() + SOONEST + random.below(LATEST);
}

/** Lower or higher for one product than for the rest of the country, until it is taken back. */
export async function makeTaxRate(shopkeeper: Shopkeeper): Promise<string> {
  const { admin, model, setup, made, random } = shopkeeper;
  requireRoom(model.taxRates, MOST);
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
  made.taxRates.push(tax_rate.id);
  model.taxRates.push(tax_rate);
  return `taxes ${product.handle} in ${region.country} at ${body.rate} %`;
}

export async function changeTaxRate({ admin, model, random }: Shopkeeper): Promise<string> {
  const { id } = pick(random, model.taxRates);
  const rate = pick(random, [0, 5.5, 12]);
  await admin.post(`/tax-rates/${id}`, { rate });
  return `changes a tax to ${rate} %`;
}

export async function deleteTaxRate({ admin, model, random }: Shopkeeper): Promise<string> {
  const rate = pick(random, model.taxRates);
  await admin.remove(`/tax-rates/${rate.id}`);
  model.taxRates.splice(model.taxRates.indexOf(rate), 1);
  return "takes a tax back";
}
