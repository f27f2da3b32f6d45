import { pick } from "./chance";
import type { Chance } from "./day";
import type { Page } from "./page";
import { checkCards, checkHidden } from "./cards";
import { nameOf } from "./rules";
import { readStore } from "./store-view";
import type { Visitor } from "./visitor";
import type { Product } from "./world";

/** A product's page: there while it is sold in the country, with the prices and the stock that the backend has. */
export async function readProduct(visitor: Visitor, { random }: Chance): Promise<void> {
  const { world } = visitor.day;
  await checkProduct(visitor, pick(random, random.below(6) === 0 ? world.lostProducts : world.products));
}

export async function checkProduct(visitor: Visitor, product: Product): Promise<Page> {
  const { day, country } = visitor;
  const { world } = day;
  const askedAt = Date.now();
  const page = await visitor.open(`/products/${encodeURIComponent(product.handle)}`);
  const [offers] = (await readStore(day, country, { id: [product.id] })).values();
  checkHidden(visitor, page, askedAt);
  if (!world.isSettled(product, askedAt)) return page;
  const isSold = offers !== undefined && offers.length > 0;
  if (isSold !== (page.status === 200)) {
    const what = `${nameOf(page)} answers ${page.status}, the backend ${isSold ? "sells" : "does not sell"} it`;
    visitor.accuse("what is withdrawn is not shown, what is sold is", what);
    return page;
  }
  if (!isSold || !world.hasSettledPrices(askedAt)) return page;
  const [shown, right] = [page.offers, offers].map((each) =>
    each
      .map(({ name, price, isInStock }) => `${name} ${price} ${isInStock ? "in stock" : "sold out"}`)
      .toSorted(),
  );
  day.journal.count("products compared");
  if (String(shown) !== String(right))
    visitor.accuse("pages agree with the backend", `${nameOf(page)} shows ${shown}, right is ${right}`);
  return page;
}

/** The newest or the cheapest things first. */
export async function readList(visitor: Visitor, { random }: Chance): Promise<void> {
  const askedAt = Date.now();
  const page = await visitor.open(`/store?sortBy=${pick(random, ["created_at", "price_asc", "price_desc"])}`);
  await checkCards(visitor, page, askedAt);
}

export async function readHome(visitor: Visitor): Promise<void> {
  const askedAt = Date.now();
  await checkCards(visitor, await visitor.open(""), askedAt);
}

/** By the one word of its title that no other product has. */
export async function search(visitor: Visitor, { random }: Chance): Promise<void> {
  const { day } = visitor;
  const product = pick(random, [...day.world.products, ...day.world.lostProducts]);
  const askedAt = Date.now();
  const page = await visitor.open(`/search?q=${product.word}`);
  await checkCards(visitor, page, askedAt);
  if (!day.world.isSettled(product, askedAt)) return;
  const [offers] = (await readStore(day, visitor.country, { id: [product.id] })).values();
  if (!day.world.isSettled(product, askedAt)) return;
  if (offers?.length && !page.cards.has(product.handle))
    visitor.accuse("what is sold is found", `${nameOf(page)} does not find ${product.handle}`);
}
