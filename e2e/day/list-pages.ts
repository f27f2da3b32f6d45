import type { Random } from "../support/random";
import { checkCards } from "./cards";
import { pick } from "./random-choice";
import type { HttpShopper } from "./http-shopper";
import type { Page } from "./page";
import { pageLabel } from "./page-rules";
import { type Filter, readStoreProducts } from "./store-products";

/** Products per page; longer lists are not compared. */
const PAGE_SIZE = 12;

/** Expected state of a category's or collection's page. */
type ListPage = { name: string; isPublic: boolean; filter: Filter; askedAt: number };

/** Opens a category page and checks its visibility and products. */
export async function readCategory(shopper: HttpShopper, random: Random): Promise<void> {
  const { model } = shopper.day;
  const category = pick(random, [...model.categories, ...model.deletedCategories]);
  const requestedAt = Date.now();
  const page = await shopper.open(`/categories/${category.handle}`);
  await checkCards(shopper, page, requestedAt);
  if (!model.isSettled(category, requestedAt)) return;
  const isPublic = category.hiddenAt === null;
  const filter = { category_id: [category.id] };
  await checkListPage(shopper, page, { name: category.name, isPublic, filter, askedAt: requestedAt });
}

export async function readCollection(shopper: HttpShopper, random: Random): Promise<void> {
  const { model } = shopper.day;
  const collection = pick(random, [...model.collections, ...model.deletedCollections]);
  const requestedAt = Date.now();
  const page = await shopper.open(`/collections/${collection.handle}`);
  await checkCards(shopper, page, requestedAt);
  if (!model.isSettled(collection, requestedAt)) return;
  const isPublic = model.collections.includes(collection);
  const filter = { collection_id: [collection.id] };
  await checkListPage(shopper, page, { name: collection.name, isPublic, filter, askedAt: requestedAt });
}

async function checkListPage(shopper: HttpShopper, page: Page, list: ListPage): Promise<void> {
  const { day, country } = shopper;
  const { askedAt } = list;
  if (list.isPublic !== (page.status === 200)) {
    const what = `${pageLabel(page)} answers ${page.status}, and it is ${list.isPublic ? "public" : "hidden"}`;
    shopper.reportFault("lists are as public as the shopkeeper made them", what);
    return;
  }
  if (!list.isPublic) return;
  if (!page.text.includes(list.name))
    shopper.reportFault("pages agree with the backend", `${pageLabel(page)} is not called ${list.name}`);
  const store = await readStoreProducts(day, country, list.filter);
  if (store.size > PAGE_SIZE) return;
  for (const product of day.model.products)
    if (
      day.model.isSettled(product, askedAt) &&
      store.get(product.id)?.length &&
      !page.cards.has(product.handle)
    )
      shopper.reportFault("what is sold is found", `${pageLabel(page)} lacks ${product.handle}`);
}
