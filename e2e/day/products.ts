import { randomUUID } from "node:crypto";
import { pick, requireCapacity } from "./random-choice";
import type { Product, Variant } from "./model";
import { pickInUse, type ShopkeeperContext } from "./shopkeeper";

const SIZES = ["S", "M", "L", "XL"];
/** Between the prices of the seeded products and of other specs' products, so that neither moves in sorted lists. */
const MIN_PRICE = 900;
const MAX_PRICE = 4_000;
const MAX_PRODUCTS = 14;

/** Random prices of a variant in these currencies. */
export function drawPrices({ random }: ShopkeeperContext, currencies = ["usd", "gbp", "eur", "jpy"]) {
  const amount = MIN_PRICE + random.below((MAX_PRICE - MIN_PRICE) * 100) / 100;
  return currencies.map((currency_code) => ({
    currency_code,
    amount: currency_code === "jpy" ? Math.round(amount) * 100 : amount,
  }));
}

/** Creates a product with a random number of sizes. Some have a non-ASCII handle, some are not sold in euros. */
export async function createProduct(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, setup, random, profiles } = shopkeeper;
  requireCapacity(model.products, MAX_PRODUCTS);
  const word = `day${randomUUID().slice(0, 8)}`;
  const handle = `${random.below(4) === 0 ? "größe" : "size"}-${word}`;
  const title = `Coat ${word}`;
  const sizes = SIZES.slice(0, 1 + random.below(3));
  const currencies = random.below(5) === 0 ? ["usd", "gbp", "jpy"] : undefined;
  const product: Product = {
    id: "",
    handle,
    title,
    word,
    variants: [],
    isPublished: true,
    isInChannel: true,
    boundaries: [],
    withdrawnAt: null,
    changedAt: Infinity,
  };
  const body = {
    handle,
    title,
    description: "Made by day.\nWorn by night.",
    status: "published",
    options: [{ title: "Size", values: SIZES }],
    variants: sizes.map((size) => describeVariant(shopkeeper, { handle, size, currencies })),
    sales_channels: [{ id: setup.channel }],
    shipping_profile_id: pick(random, random.below(4) === 0 ? profiles : profiles.slice(0, 1)),
  };
  await model.change([product], async () => {
    const response = await admin.post<{ product: { id: string; variants: { id: string }[] } }>(
      "/products",
      body,
    );
    product.id = response.product.id;
    shopkeeper.created.products.push(product.id);
    for (const size of sizes) product.variants.push(await readVariant(shopkeeper, product.id, size));
    for (const variant of product.variants) await setStock(shopkeeper, variant, 2 + random.below(20));
  });
  model.products.push(product);
  return `makes ${handle} in ${sizes.join(", ")}`;
}

type NewVariant = { handle: string; size: string; currencies?: string[] | undefined };

function describeVariant(shopkeeper: ShopkeeperContext, { handle, size, currencies }: NewVariant) {
  return {
    title: size,
    sku: `${handle}-${size}-${randomUUID().slice(0, 4)}`,
    options: { Size: size },
    manage_inventory: true,
    prices: drawPrices(shopkeeper, currencies),
  };
}

async function readVariant({ admin }: ShopkeeperContext, productId: string, size: string): Promise<Variant> {
  type Variants = {
    variants: { id: string; title: string; inventory_items: { inventory_item_id: string }[] }[];
  };
  const fields = "id,title,inventory_items.inventory_item_id";
  const { variants } = await admin.get<Variants>(`/products/${productId}/variants?limit=20&fields=${fields}`);
  const variant = variants.find(({ title }) => title === size);
  if (!variant) throw new Error(`Medusa made ${productId} without ${size}.`);
  const itemId = variant.inventory_items[0]?.inventory_item_id ?? "";
  return { id: variant.id, title: size, itemId, withdrawnAt: null };
}

async function setStock({ admin, setup }: ShopkeeperContext, { itemId }: Variant, quantity: number) {
  const body = { location_id: setup.location, stocked_quantity: quantity };
  await admin.post(`/inventory-items/${itemId}/location-levels`, body);
}

/** Sets a random stock level, zero included. */
export async function restock(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, setup, random } = shopkeeper;
  const product = pickInUse(shopkeeper, model.products);
  const variant = pick(random, product.variants);
  const quantity = pick(random, [0, 0, 1, 3, 30]);
  const path = `/inventory-items/${variant.itemId}/location-levels/${setup.location}`;
  await model.change([product], () => admin.post(path, { stocked_quantity: quantity }));
  return `sets the stock of ${product.handle}, ${variant.title}, to ${quantity}`;
}

export async function reprice(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const product = pickInUse(shopkeeper, model.products);
  const variant = pick(random, product.variants);
  const prices = drawPrices(shopkeeper, random.below(6) === 0 ? ["usd", "gbp", "jpy"] : undefined);
  const path = `/products/${product.id}/variants/${variant.id}`;
  await model.change([product], () => admin.post(path, { prices }));
  return `prices ${product.handle}, ${variant.title}, at ${prices.map(({ amount }) => amount).join("/")}`;
}

export async function rename({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const product = pick(random, model.products);
  const title = `${pick(random, ["Cape", "Coat", "Cloak"])} ${product.word}`;
  await model.change([product], () => admin.post(`/products/${product.id}`, { title }));
  product.title = title;
  return `calls ${product.handle} "${title}"`;
}

/** Changes the handle; the old URL becomes a 404. */
export async function changeHandle({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const product = pick(random, model.products);
  const handle = `${pick(random, ["moved", "verlängert"])}-${product.word}-${random.below(100)}`;
  await model.change([product], () => admin.post(`/products/${product.id}`, { handle }));
  const old = product.handle;
  product.handle = handle;
  return `gives ${old} the address ${handle}`;
}

export async function toggleBackorder({ admin, model, random }: ShopkeeperContext): Promise<string> {
  const product = pick(random, model.products);
  const variant = pick(random, product.variants);
  const allow_backorder = random.below(2) === 0;
  const path = `/products/${product.id}/variants/${variant.id}`;
  await model.change([product], () => admin.post(path, { allow_backorder }));
  return `${allow_backorder ? "takes" : "takes no"} backorders for ${product.handle}, ${variant.title}`;
}

/** Unpublishes a product, or removes it from the sales channel. */
export async function withdraw(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, setup, random } = shopkeeper;
  const product = pickInUse(shopkeeper, model.forSale);
  const isByChannel = random.below(2) === 0;
  await model.change([product], () =>
    isByChannel
      ? admin.post(`/sales-channels/${setup.channel}/products`, { remove: [product.id] })
      : admin.post(`/products/${product.id}`, { status: "draft" }),
  );
  if (isByChannel) product.isInChannel = false;
  else product.isPublished = false;
  product.withdrawnAt = Date.now();
  return `takes ${product.handle} ${isByChannel ? "out of the channel" : "back into the drafts"}`;
}

export async function republish({ admin, model, setup, random }: ShopkeeperContext): Promise<string> {
  const withdrawn = model.products.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const product = pick(random, withdrawn);
  product.withdrawnAt = null;
  await model.change([product], async () => {
    if (!product.isInChannel)
      await admin.post(`/sales-channels/${setup.channel}/products`, { add: [product.id] });
    if (!product.isPublished) await admin.post(`/products/${product.id}`, { status: "published" });
  });
  Object.assign(product, { isInChannel: true, isPublished: true });
  return `brings ${product.handle} back`;
}

/** Medusa refuses to delete products of open orders. */
export async function deleteProduct(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model } = shopkeeper;
  const product = pickInUse(shopkeeper, model.products);
  await model.change([product], () => admin.delete(`/products/${product.id}`));
  product.withdrawnAt = Date.now();
  model.products.splice(model.products.indexOf(product), 1);
  model.deletedProducts.push(product);
  return `deletes ${product.handle}`;
}

export async function deleteVariant(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const product = pickInUse(
    shopkeeper,
    model.products.filter(({ variants }) => variants.length > 1),
  );
  const variant = pick(random, product.variants);
  await model.change([product], () => admin.delete(`/products/${product.id}/variants/${variant.id}`));
  variant.withdrawnAt = Date.now();
  product.variants.splice(product.variants.indexOf(variant), 1);
  model.deletedVariants.push(variant);
  return `deletes ${product.handle}, ${variant.title}`;
}

/** Adds a variant, often in a size that was deleted before: its id is another one then. */
export async function addVariant(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const product = pick(random, model.products);
  const missing = SIZES.filter((size) => !product.variants.some(({ title }) => title === size));
  const size = pick(random, missing);
  await model.change([product], async () => {
    const body = describeVariant(shopkeeper, { handle: product.word, size });
    await admin.post(`/products/${product.id}/variants`, body);
    const variant = await readVariant(shopkeeper, product.id, size);
    product.variants.push(variant);
    await setStock(shopkeeper, variant, 5);
  });
  return `makes ${product.handle} in ${size}`;
}

/** Moves a product to another shipping profile, so that its carts may need a second delivery. */
export async function changeShippingProfile(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random, profiles } = shopkeeper;
  const product = pickInUse(shopkeeper, model.products);
  const shipping_profile_id = pick(random, profiles);
  await model.change([product], () => admin.post(`/products/${product.id}`, { shipping_profile_id }));
  return `ships ${product.handle} under ${shipping_profile_id}`;
}
