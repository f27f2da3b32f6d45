import { pick } from "./chance";
import type { Chance } from "./day";
import type { Page } from "./page";
import { isEqual, nameOf } from "./rules";
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
  const [offers] = (await readStore(day, country, [product])).values();
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
  const [offers] = (await readStore(day, visitor.country, [product])).values();
  if (!day.world.isSettled(product, askedAt)) return;
  if (offers?.length && !page.cards.has(product.handle))
    visitor.accuse("what is sold is found", `${nameOf(page)} does not find ${product.handle}`);
}

/** There while it is public, and with the products that are in it. */
export async function readCategory(visitor: Visitor, { random }: Chance): Promise<void> {
  const { world } = visitor.day;
  const category = pick(random, [...world.categories, ...world.lostCategories]);
  const askedAt = Date.now();
  const page = await visitor.open(`/categories/${category.handle}`);
  await checkCards(visitor, page, askedAt);
  if (!world.isSettled(category, askedAt)) return;
  const isPublic = category.hiddenSince === null;
  if (isPublic !== (page.status === 200))
    visitor.accuse(
      "categories are as public as the shopkeeper made them",
      `${nameOf(page)} answers ${page.status}, and the category is ${isPublic ? "public" : "hidden"}`,
    );
  else if (isPublic && !page.text.includes(category.name))
    visitor.accuse("pages agree with the backend", `${nameOf(page)} is not called ${category.name}`);
}

export async function readCollection(visitor: Visitor, { random }: Chance): Promise<void> {
  const { world } = visitor.day;
  const collection = pick(random, [...world.collections, ...world.lostCollections]);
  const askedAt = Date.now();
  const page = await visitor.open(`/collections/${collection.handle}`);
  await checkCards(visitor, page, askedAt);
  if (!world.isSettled(collection, askedAt)) return;
  const isThere = world.collections.includes(collection);
  if (isThere !== (page.status === 200))
    visitor.accuse(
      "pages agree with the backend",
      `${nameOf(page)} answers ${page.status}, and the collection is ${isThere ? "there" : "deleted"}`,
    );
  else if (isThere && !page.text.includes(collection.title))
    visitor.accuse("pages agree with the backend", `${nameOf(page)} is not called ${collection.title}`);
}

/** Every card of the day's products has the price that the backend has, and nothing that is withdrawn has a card. */
async function checkCards(visitor: Visitor, page: Page, askedAt: number): Promise<void> {
  const { day, country } = visitor;
  const { world, journal } = day;
  checkHidden(visitor, page, askedAt);
  const { cards } = page;
  const shown = [...world.products, ...world.lostProducts].filter(({ handle }) => cards.has(handle));
  const store = await readStore(day, country, shown);
  const settled = shown.filter((product) => world.isSettled(product, askedAt));
  const hasSettledPrices = world.hasSettledPrices(askedAt);
  for (const product of settled) {
    const prices = (store.get(product.id) ?? []).map(({ price }) => price);
    const card = cards.get(product.handle) ?? Number.NaN;
    if (prices.length === 0)
      visitor.accuse(
        "what is withdrawn is not shown, what is sold is",
        `${nameOf(page)} lists what is not sold`,
      );
    else if (hasSettledPrices && !isEqual(card, Math.min(...prices)))
      visitor.accuse(
        "pages agree with the backend",
        `${nameOf(page)} shows ${product.handle} for ${card}, the backend for ${Math.min(...prices)}`,
      );
  }
  journal.count("lists compared");
}

/** The name of what is internal, inactive or deleted stands on no page. */
function checkHidden(visitor: Visitor, page: Page, askedAt: number): void {
  const { world } = visitor.day;
  for (const { name, hiddenSince } of [...world.categories, ...world.lostCategories])
    if (world.isGone(hiddenSince, askedAt) && page.html.includes(name))
      visitor.accuse("hidden categories stand on no page", `${nameOf(page)} names the hidden ${name}`);
}
