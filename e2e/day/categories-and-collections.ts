import { randomUUID } from "node:crypto";
import { pick, requireCapacity } from "./random-choice";
import type { Category } from "./model";
import type { ShopkeeperContext } from "./shopkeeper";

/** A public category is in every page's menu; more than one would displace entries that other specs look for. */
const MAX_PUBLIC = 1;
const MAX_PER_KIND = 6;

/** Creates a category; internal or inactive while another one is public. */
export async function createCategory({ admin, model, created, random }: ShopkeeperContext): Promise<string> {
  requireCapacity(model.categories, MAX_PER_KIND);
  const word = randomUUID().slice(0, 6);
  const isHidden = model.categories.filter(isPublic).length >= MAX_PUBLIC;
  const is_internal = isHidden && random.below(2) === 0;
  const body = {
    name: `Day ${word}`,
    handle: `day-${word}`,
    is_internal,
    is_active: !isHidden || is_internal,
  };
  const { product_category } = await admin.post<{ product_category: { id: string } }>(
    "/product-categories",
    body,
  );
  created.categories.push(product_category.id);
  model.categories.push({
    id: product_category.id,
    handle: body.handle,
    name: body.name,
    hiddenAt: isHidden ? Date.now() : null,
    changedAt: Date.now(),
  });
  return `makes the ${isHidden ? (is_internal ? "internal" : "inactive") : "public"} category ${body.name}`;
}

/** Hides a public category, or shows a hidden one if no other is public. */
export async function toggleCategory({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const category = pick(random, model.categories);
  const shows = category.hiddenAt !== null && model.categories.filter(isPublic).length < MAX_PUBLIC;
  const hides = pick(random, [{ is_active: false }, { is_internal: true }]);
  if (shows) category.hiddenAt = null;
  const change = shows ? { is_active: true, is_internal: false } : hides;
  await model.change([category], () => admin.post(`/product-categories/${category.id}`, change));
  if (!shows) category.hiddenAt ??= Date.now();
  return `makes the category ${category.name} ${shows ? "public" : Object.keys(hides).join()}`;
}

export async function renameCategory({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const category = pick(random, model.categories);
  const name = `Day ${randomUUID().slice(0, 6)}`;
  await model.change([category], () => admin.post(`/product-categories/${category.id}`, { name }));
  category.name = name;
  return `calls ${category.handle} "${name}"`;
}

/** Adds products to a category, or removes them. */
export async function assignProducts({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const category = pick(random, model.categories);
  const products = random.shuffle(model.products).slice(0, 2);
  const verb = pick(random, ["add", "add", "remove"] as const);
  const body = { [verb]: products.map(({ id }) => id) };
  await model.change([category, ...products], () =>
    admin.post(`/product-categories/${category.id}/products`, body),
  );
  return `files ${products.map(({ handle }) => handle).join(", ")}: ${verb} ${category.name}`;
}

export async function deleteCategory({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const category = pick(random, model.categories);
  await model.change([category], () => admin.delete(`/product-categories/${category.id}`));
  category.hiddenAt ??= Date.now();
  model.categories.splice(model.categories.indexOf(category), 1);
  model.deletedCategories.push(category);
  return `deletes the category ${category.name}`;
}

function isPublic({ hiddenAt }: Category): boolean {
  return hiddenAt === null;
}

export async function createCollection({
  admin,
  model,
  created,
  random,
}: ShopkeeperContext): Promise<string> {
  requireCapacity(model.collections, MAX_PER_KIND);
  const word = randomUUID().slice(0, 6);
  const products = random.shuffle(model.products).slice(0, 2);
  const body = { title: `Day collection ${word}`, handle: `day-${word}` };
  await model.change(products, async () => {
    const { collection } = await admin.post<{ collection: { id: string } }>("/collections", body);
    created.collections.push(collection.id);
    await admin.post(`/collections/${collection.id}/products`, { add: products.map(({ id }) => id) });
    model.collections.push({
      id: collection.id,
      handle: body.handle,
      name: body.title,
      changedAt: Date.now(),
    });
  });
  return `makes the collection ${body.title}`;
}

export async function renameCollection({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const collection = pick(random, model.collections);
  const title = `Day collection ${randomUUID().slice(0, 6)}`;
  await model.change([collection], () => admin.post(`/collections/${collection.id}`, { title }));
  collection.name = title;
  return `calls ${collection.handle} "${title}"`;
}

export async function deleteCollection({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const collection = pick(random, model.collections);
  await model.change([collection, ...model.products], () => admin.delete(`/collections/${collection.id}`));
  model.collections.splice(model.collections.indexOf(collection), 1);
  model.deletedCollections.push(collection);
  return `deletes the collection ${collection.name}`;
}
