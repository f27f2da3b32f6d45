import { checkCards } from "./cards";
import { pick } from "./chance";
import type { Chance } from "./day";
import type { Page } from "./page";
import { nameOf } from "./rules";
import { type Filter, readStore } from "./store-view";
import type { Visitor } from "./visitor";

/** More products than this are on a second page. */
const PAGE_SIZE = 12;

/** What a category's or a collection's page must be. */
type Shelf = { name: string; isPublic: boolean; filter: Filter; askedAt: number };

/** There while it is public, and with the products that are in it. */
export async function readCategory(visitor: Visitor, { random }: Chance): Promise<void> {
  const { world } = visitor.day;
  const category = pick(random, [...world.categories, ...world.lostCategories]);
  const askedAt = Date.now();
  const page = await visitor.open(`/categories/${category.handle}`);
  await checkCards(visitor, page, askedAt);
  if (!world.isSettled(category, askedAt)) return;
  const isPublic = category.hiddenSince === null;
  const filter = { category_id: [category.id] };
  await checkShelf(visitor, page, { name: category.name, isPublic, filter, askedAt });
}

export async function readCollection(visitor: Visitor, { random }: Chance): Promise<void> {
  const { world } = visitor.day;
  const collection = pick(random, [...world.collections, ...world.lostCollections]);
  const askedAt = Date.now();
  const page = await visitor.open(`/collections/${collection.handle}`);
  await checkCards(visitor, page, askedAt);
  if (!world.isSettled(collection, askedAt)) return;
  const isPublic = world.collections.includes(collection);
  const filter = { collection_id: [collection.id] };
  await checkShelf(visitor, page, { name: collection.name, isPublic, filter, askedAt });
}

async function checkShelf(visitor: Visitor, page: Page, shelf: Shelf): Promise<void> {
  const { day, country } = visitor;
  const { askedAt } = shelf;
  if (shelf.isPublic !== (page.status === 200)) {
    const what = `${nameOf(page)} answers ${page.status}, and it is ${shelf.isPublic ? "public" : "hidden"}`;
    visitor.accuse("lists are as public as the shopkeeper made them", what);
    return;
  }
  if (!shelf.isPublic) return;
  if (!page.text.includes(shelf.name))
    visitor.accuse("pages agree with the backend", `${nameOf(page)} is not called ${shelf.name}`);
  const store = await readStore(day, country, shelf.filter);
  if (store.size > PAGE_SIZE) return;
  for (const product of day.world.products)
    if (
      day.world.isSettled(product, askedAt) &&
      store.get(product.id)?.length &&
      !page.cards.has(product.handle)
    )
      visitor.accuse("what is sold is found", `${nameOf(page)} lacks ${product.handle}`);
}
