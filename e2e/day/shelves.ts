import { randomUUID } from "node:crypto";
import { pick, requireRoom } from "./chance";
import type { Shopkeeper } from "./keeper";
import type { Category } from "./world";

/** In every page's menu while it is public: more would crowd out what other specs look for there. */
const MOST_PUBLIC = 1;
const MOST = 6;

/** Internal or inactive while another one is public. */
export async function makeCategory({ office, world, made, random }: Shopkeeper): Promise<string> {
  requireRoom(world.categories, MOST);
  const word = randomUUID().slice(0, 6);
  const isHidden = world.categories.filter(isPublic).length >= MOST_PUBLIC;
  const is_internal = isHidden && random.below(2) === 0;
  const body = {
    name: `Day ${word}`,
    handle: `day-${word}`,
    is_internal,
    is_active: !isHidden || is_internal,
  };
  const { product_category } = await office.post<{ product_category: { id: string } }>(
    "/product-categories",
    body,
  );
  made.categories.push(product_category.id);
  world.categories.push({
    id: product_category.id,
    handle: body.handle,
    name: body.name,
    hiddenSince: isHidden ? Date.now() : null,
    touchedAt: Date.now(),
  });
  return `makes the ${isHidden ? (is_internal ? "internal" : "inactive") : "public"} category ${body.name}`;
}

/** Public becomes hidden, and the other way round if there is no other public one. */
export async function switchCategory({ office, world, random }: Shopkeeper): Promise<string> {
  const category = pick(random, world.categories);
  const shows = category.hiddenSince !== null && world.categories.filter(isPublic).length < MOST_PUBLIC;
  const hides = pick(random, [{ is_active: false }, { is_internal: true }]);
  if (shows) category.hiddenSince = null;
  const change = shows ? { is_active: true, is_internal: false } : hides;
  await world.change([category], () => office.post(`/product-categories/${category.id}`, change));
  if (!shows) category.hiddenSince ??= Date.now();
  return `makes the category ${category.name} ${shows ? "public" : Object.keys(hides).join()}`;
}

export async function renameCategory({ office, world, random }: Shopkeeper): Promise<string> {
  const category = pick(random, world.categories);
  const name = `Day ${randomUUID().slice(0, 6)}`;
  await world.change([category], () => office.post(`/product-categories/${category.id}`, { name }));
  category.name = name;
  return `calls ${category.handle} "${name}"`;
}

/** Puts products into a category, or takes them out. */
export async function fileProducts({ office, world, random }: Shopkeeper): Promise<string> {
  const category = pick(random, world.categories);
  const products = random.shuffle(world.products).slice(0, 2);
  const verb = pick(random, ["add", "add", "remove"] as const);
  const body = { [verb]: products.map(({ id }) => id) };
  await world.change([category, ...products], () =>
    office.post(`/product-categories/${category.id}/products`, body),
  );
  return `files ${products.map(({ handle }) => handle).join(", ")}: ${verb} ${category.name}`;
}

export async function deleteCategory({ office, world, random }: Shopkeeper): Promise<string> {
  const category = pick(random, world.categories);
  await world.change([category], () => office.remove(`/product-categories/${category.id}`));
  category.hiddenSince ??= Date.now();
  world.categories.splice(world.categories.indexOf(category), 1);
  world.lostCategories.push(category);
  return `deletes the category ${category.name}`;
}

function isPublic({ hiddenSince }: Category): boolean {
  return hiddenSince === null;
}

export async function makeCollection({ office, world, made, random }: Shopkeeper): Promise<string> {
  requireRoom(world.collections, MOST);
  const word = randomUUID().slice(0, 6);
  const products = random.shuffle(world.products).slice(0, 2);
  const body = { title: `Day collection ${word}`, handle: `day-${word}` };
  await world.change(products, async () => {
    const { collection } = await office.post<{ collection: { id: string } }>("/collections", body);
    made.collections.push(collection.id);
    await office.post(`/collections/${collection.id}/products`, { add: products.map(({ id }) => id) });
    world.collections.push({
      id: collection.id,
      handle: body.handle,
      name: body.title,
      touchedAt: Date.now(),
    });
  });
  return `makes the collection ${body.title}`;
}

export async function renameCollection({ office, world, random }: Shopkeeper): Promise<string> {
  const collection = pick(random, world.collections);
  const title = `Day collection ${randomUUID().slice(0, 6)}`;
  await world.change([collection], () => office.post(`/collections/${collection.id}`, { title }));
  collection.name = title;
  return `calls ${collection.handle} "${title}"`;
}

export async function deleteCollection({ office, world, random }: Shopkeeper): Promise<string> {
  const collection = pick(random, world.collections);
  await world.change([collection, ...world.products], () => office.remove(`/collections/${collection.id}`));
  world.collections.splice(world.collections.indexOf(collection), 1);
  world.lostCollections.push(collection);
  return `deletes the collection ${collection.name}`;
}
