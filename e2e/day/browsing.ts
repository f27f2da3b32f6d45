import type { Random } from "../support/random";
import { checkCards, checkHiddenCategories } from "./cards";
import { pick } from "./random-choice";
import type { HttpShopper } from "./http-shopper";
import type { Product } from "./model";
import type { Page } from "./page";
import { pageLabel } from "./page-rules";
import { readStoreProducts } from "./store-products";

/** Opens a product page and checks availability, prices and stock against the backend. */
export async function readProduct(shopper: HttpShopper, random: Random): Promise<void> {
  const { model } = shopper.day;
  await checkProduct(shopper, pick(random, random.below(6) === 0 ? model.deletedProducts : model.products));
}

export async function checkProduct(shopper: HttpShopper, product: Product): Promise<Page> {
  const { day, country } = shopper;
  const { model } = day;
  const requestedAt = Date.now();
  const page = await shopper.open(`/products/${encodeURIComponent(product.handle)}`);
  const [offers] = (await readStoreProducts(day, country, { id: [product.id] })).values();
  checkHiddenCategories(shopper, page, requestedAt);
  if (!model.isSettled(product, requestedAt)) return page;
  const isSold = offers !== undefined && offers.length > 0;
  if (isSold !== (page.status === 200)) {
    const what = `${pageLabel(page)} answers ${page.status}, the backend ${isSold ? "sells" : "does not sell"} it`;
    shopper.reportFault("what is withdrawn is not shown, what is sold is", what);
    return page;
  }
  if (!isSold || !model.hasSettledPrices(product, requestedAt)) return page;
  const [shown, right] = [page.offers, offers].map((each) =>
    each
      .map(({ name, price, isInStock }) => `${name} ${price} ${isInStock ? "in stock" : "sold out"}`)
      .toSorted(),
  );
  day.log.count("products compared");
  if (String(shown) !== String(right))
    shopper.reportFault(
      "pages agree with the backend",
      `${pageLabel(page)} shows ${shown}, right is ${right}`,
    );
  return page;
}

/** Opens the store page in a random sort order. */
export async function readList(shopper: HttpShopper, random: Random): Promise<void> {
  const requestedAt = Date.now();
  const page = await shopper.open(`/store?sortBy=${pick(random, ["created_at", "price_asc", "price_desc"])}`);
  await checkCards(shopper, page, requestedAt);
}

export async function readHome(shopper: HttpShopper): Promise<void> {
  const requestedAt = Date.now();
  await checkCards(shopper, await shopper.open(""), requestedAt);
}

/** Searches for the word that is unique to a product's title. */
export async function search(shopper: HttpShopper, random: Random): Promise<void> {
  const { day } = shopper;
  const product = pick(random, [...day.model.products, ...day.model.deletedProducts]);
  const requestedAt = Date.now();
  const page = await shopper.open(`/search?q=${product.word}`);
  await checkCards(shopper, page, requestedAt);
  if (!day.model.isSettled(product, requestedAt)) return;
  const [offers] = (await readStoreProducts(day, shopper.country, { id: [product.id] })).values();
  if (!day.model.isSettled(product, requestedAt)) return;
  if (offers?.length && !page.cards.has(product.handle))
    shopper.reportFault("what is sold is found", `${pageLabel(page)} does not find ${product.handle}`);
}
