/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { AdminApi } from "./admin-api";
import { environment } from "./environment";
import { expect, test as base } from "./fixtures";

export type CatalogProduct = { id: string; handle: string; title: string; variantId: string };
type CatalogEntry = { id: string; handle: string };

type ProductInput = {
  handle?: string;
  title?: string;
  /** In major units: one price for every currency, or one for each currency named. */
  price?: number | Record<string, number>;
  /** Undefined: inventory is not managed. */
  stock?: number;
  /** Overrides of the variant. */
  variant?: Record<string, unknown>;
  /** Overrides of the product. */
  product?: Record<string, unknown>;
};

const medusaLog = () => join(environment.logsFolder, "medusa.log");

/** The admin API with a catalogue of the test's own, which `cleanUp` deletes. */
export class CatalogAdmin extends AdminApi {
  /** Creates a published product with one variant. `cleanUp` unpublishes it: Medusa deletes no product of an open order. */
  async createProduct(input: ProductInput = {}): Promise<CatalogProduct> {
    const handle = input.handle ?? `tried-${randomUUID()}`;
    const title = input.title ?? `Tried Thing ${handle.slice(-6)}`;
    const body = {
      handle,
      title,
      status: "published",
      options: [{ title: "Size", values: ["One size"] }],
      variants: [
        {
          title: "One size",
          sku: randomUUID(),
          options: { Size: "One size" },
          manage_inventory: input.stock !== undefined,
          prices: listPrices(input.price ?? 9_000),
          ...input.variant,
        },
      ],
      sales_channels: [{ id: await this.findSalesChannelId() }],
      shipping_profile_id: await this.findFirstId("/shipping-profiles", "shipping_profiles"),
      ...input.product,
    };
    type Created = { product: { id: string; variants: { id: string }[] } };
    const { id, variants } = (await this.post<Created>("/products", body)).product;
    this.cleanUpLater(() => this.post(`/products/${id}`, { status: "draft" }));
    const product = { id, handle, title, variantId: variants[0]?.id ?? "" };
    if (input.stock !== undefined) await this.#setStock(product, input.stock);
    return product;
  }

  /** Public, unless `body` says otherwise. */
  async createCategory(
    body: { name: string; handle?: string } & Record<string, unknown>,
  ): Promise<CatalogEntry> {
    const category = { is_active: true, is_internal: false, ...body };
    return this.create<CatalogEntry>("/product-categories", "product_category", category);
  }

  async createCollection(
    body: { title: string; handle?: string } & Record<string, unknown>,
  ): Promise<CatalogEntry> {
    return this.create<CatalogEntry>("/collections", "collection", body);
  }

  /** An active sale in US dollars, unless `body` says otherwise. */
  async createPriceList(
    prices: [CatalogProduct, amount: number][],
    body: Record<string, unknown>,
  ): Promise<{ id: string }> {
    const entries = prices.map(([{ variantId }, amount]) => ({
      variant_id: variantId,
      currency_code: "usd",
      amount,
    }));
    const title = `Tried ${randomUUID()}`;
    const list = { title, description: title, type: "sale", status: "active", prices: entries, ...body };
    return this.create("/price-lists", "price_list", list);
  }

  /** A customer group with one member. @param email of the member's account */
  async createCustomerGroup(email: string): Promise<{ id: string }> {
    const group = await this.create("/customer-groups", "customer_group", { name: randomUUID() });
    type Customers = { customers: { id: string }[] };
    const { customers } = await this.get<Customers>(`/customers?q=${encodeURIComponent(email)}`);
    await this.post(`/customer-groups/${group.id}/customers`, { add: customers.map(({ id }) => id) });
    return group;
  }

  async moveProducts(
    products: CatalogProduct[],
    { from, to }: { from?: CatalogEntry; to?: CatalogEntry },
  ): Promise<void> {
    const ids = products.map(({ id }) => id);
    if (from) await this.post(`/product-categories/${from.id}/products`, { remove: ids });
    if (to) await this.post(`/product-categories/${to.id}/products`, { add: ids });
  }

  /**
   * Runs edits and waits until the backend has notified the storefront of each of these entries, without visiting a page.
   * @param edited entries by handle
   */
  async editAndWait(edited: readonly { handle: string }[], edit: () => Promise<unknown>): Promise<void> {
    const start = statSync(medusaLog()).size;
    await edit();
    for (const { handle } of edited) {
      await expect
        .poll(() => readFileSync(medusaLog()).subarray(start).toString(), {
          timeout: 10_000,
          intervals: [100],
        })
        .toMatch(new RegExp(`Revalidated [^\\n]*${handle.replaceAll(/[^\p{L}\p{N}-]/gu, ".")}`));
    }
  }

  async #setStock({ id, variantId }: CatalogProduct, stocked_quantity: number): Promise<void> {
    type Variant = { variant: { inventory_items: { inventory_item_id: string }[] } };
    const path = `/products/${id}/variants/${variantId}?fields=inventory_items.inventory_item_id`;
    const { inventory_items } = (await this.get<Variant>(path)).variant;
    const location_id = await this.findFirstId("/stock-locations", "stock_locations");
    const levels = `/inventory-items/${inventory_items[0]?.inventory_item_id}/location-levels`;
    await this.post(levels, { location_id, stocked_quantity });
  }
}

function listPrices(price: number | Record<string, number>) {
  const prices = typeof price === "number" ? { usd: price, gbp: price, eur: price, jpy: price } : price;
  return Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount }));
}

export const test = base.extend<{ catalog: CatalogAdmin }>({
  catalog: async ({}, provide) => {
    const catalog = await CatalogAdmin.signIn();
    await provide(catalog);
    await catalog.cleanUp();
  },
});

export { expect };
