import { randomUUID } from "node:crypto";
import type { AdminApi } from "./admin-api";

/** In major units, by currency. */
export type Prices = Record<string, number>;

export type ProductInput = {
  handle?: string;
  title?: string;
  /**
   * One price in every currency, or one for each currency named; of a list, one entry for each variant. The default puts
   * the product last in lists sorted by price.
   */
  price?: number | Prices | Prices[];
  /** The only option, with a variant for each value. Default: one size. */
  option?: { title: string; values: string[] };
  /** Of the first variant. Undefined: inventory is not managed. */
  stock?: number;
  /** Default: the seeded shipping profile. Null: none. */
  profileId?: string | null;
  /** Overrides of every variant, and of the product. */
  variant?: Record<string, unknown>;
  product?: Record<string, unknown>;
};

/** A product of one test, whose edits affect no other test. `variantId`: the first of its variants. */
export type TestProduct = {
  id: string;
  handle: string;
  title: string;
  variantId: string;
  variantIds: string[];
};

const ONE_SIZE = { title: "Size", values: ["One size"] };
const CURRENCIES = ["usd", "gbp", "eur", "jpy"];

/** Creates a published product. The caller removes it: Medusa deletes no product of an open order. */
export async function createTestProduct(admin: AdminApi, input: ProductInput = {}): Promise<TestProduct> {
  const { handle = `tried-${randomUUID()}`, price = 9_000, option = ONE_SIZE, stock, profileId } = input;
  const title = input.title ?? `Tried Thing ${handle.slice(-6)}`;
  const profile = profileId === undefined ? await findDefaultProfile(admin) : profileId;
  type Created = { product: { id: string; variants: { id: string }[] } };
  const { product } = await admin.post<Created>("/products", {
    handle,
    title,
    status: "published",
    options: [option],
    variants: option.values.map((value, index) => ({
      title: value,
      sku: randomUUID(),
      options: { [option.title]: value },
      manage_inventory: stock !== undefined,
      prices: listPrices(Array.isArray(price) ? (price[index] ?? {}) : price),
      ...input.variant,
    })),
    sales_channels: [{ id: await admin.findSalesChannelId() }],
    ...(profile ? { shipping_profile_id: profile } : {}),
    ...input.product,
  });
  const variantIds = product.variants.map(({ id }) => id);
  const created = { id: product.id, handle, title, variantId: variantIds[0] ?? "", variantIds };
  if (stock !== undefined) {
    const location_id = await findLocationId(admin);
    await admin.post(await findLevelsPath(admin, created), { location_id, stocked_quantity: stock });
  }
  return created;
}

/** Changes the stock of a product that was created with one. */
export async function setStock(admin: AdminApi, product: TestProduct, stock: number): Promise<void> {
  const path = `${await findLevelsPath(admin, product)}/${await findLocationId(admin)}`;
  await admin.post(path, { stocked_quantity: stock });
}

/** Prices as Medusa takes them. */
export function listPrices(price: number | Prices): { currency_code: string; amount: number }[] {
  const prices =
    typeof price === "number" ? CURRENCIES.map((each) => [each, price] as const) : Object.entries(price);
  return prices.map(([currency_code, amount]) => ({ currency_code, amount }));
}

async function findLevelsPath(admin: AdminApi, { id, variantId }: TestProduct): Promise<string> {
  type Variant = { variant: { inventory_items: { inventory_item_id: string }[] } };
  const path = `/products/${id}/variants/${variantId}?fields=inventory_items.inventory_item_id`;
  const [item] = (await admin.get<Variant>(path)).variant.inventory_items;
  if (!item) throw new Error("Medusa counts no stock for the variant.");
  return `/inventory-items/${item.inventory_item_id}/location-levels`;
}

async function findLocationId(admin: AdminApi): Promise<string> {
  return admin.findFirstId("/stock-locations", "stock_locations");
}

async function findDefaultProfile(admin: AdminApi): Promise<string> {
  return admin.findFirstId("/shipping-profiles?type=default", "shipping_profiles");
}
