/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { requestMedusa, signInAdmin } from "./admin-users";
import { environment } from "./environment";
import { expect, test as base } from "./fixtures";

export type CatalogProduct = { id: string; handle: string; title: string; variantId: string };
type CatalogEntry = { id: string; handle: string };

type ProductInput = {
  handle?: string;
  title?: string;
  /** Of all currencies, or of each. */
  price?: number | Record<string, number>;
  /** How many there are; undefined where they are not counted. */
  stock?: number;
  variant?: Record<string, unknown>;
  product?: Record<string, unknown>;
};

const log = () => join(environment.logsFolder, "medusa.log");

/** What shopkeepers do with products, categories, collections and price lists. Everything is taken away at the end. */
export class CatalogAdmin {
  readonly #created: { path: string; body?: object }[] = [];

  private constructor(readonly token: string) {}

  static async open(): Promise<CatalogAdmin> {
    return new CatalogAdmin(await signInAdmin(environment.admin));
  }

  /** @returns the entry that the answer has under `key` */
  async send<T>(key: string, path: string, body?: object): Promise<T> {
    const method = body ? "POST" : "GET";
    const response = await requestMedusa(`/admin${path}`, {
      token: this.token,
      method,
      ...(body ? { body } : {}),
    });
    if (response.status >= 300)
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body[key] as T;
  }

  async remove(path: string): Promise<void> {
    const response = await requestMedusa(`/admin${path}`, { token: this.token, method: "DELETE" });
    if (response.status >= 300)
      throw new Error(`DELETE ${path}: ${response.status} ${JSON.stringify(response.body)}`);
  }

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
      sales_channels: [{ id: await this.#findSalesChannel() }],
      shipping_profile_id: await this.#findFirst("shipping_profiles", "/shipping-profiles"),
      ...input.product,
    };
    type Created = { id: string; variants: { id: string }[] };
    const { id, variants } = await this.send<Created>("product", "/products", body);
    this.#created.push({ path: `/products/${id}`, body: { status: "draft" } });
    const made = { id, handle, title, variantId: variants[0]?.id ?? "" };
    if (input.stock !== undefined) await this.#setStock(made, input.stock);
    return made;
  }

  async createCategory(
    body: { name: string; handle?: string } & Record<string, unknown>,
  ): Promise<CatalogEntry> {
    const created = { is_active: true, is_internal: false, ...body };
    return this.#deleteLater(
      await this.send<CatalogEntry>("product_category", "/product-categories", created),
      "/product-categories",
    );
  }

  async createCollection(
    body: { title: string; handle?: string } & Record<string, unknown>,
  ): Promise<CatalogEntry> {
    return this.#deleteLater(
      await this.send<CatalogEntry>("collection", "/collections", body),
      "/collections",
    );
  }

  /** Active, and of a sale, unless it says otherwise. */
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
    return this.#deleteLater(
      await this.send<{ id: string }>("price_list", "/price-lists", list),
      "/price-lists",
    );
  }

  /** A group of customers with one member, by the address of their account. */
  async createGroup(email: string): Promise<{ id: string }> {
    const group = await this.send<{ id: string }>("customer_group", "/customer-groups", {
      name: randomUUID(),
    });
    const members = await this.send<{ id: string }[]>(
      "customers",
      `/customers?q=${encodeURIComponent(email)}`,
    );
    await this.send("", `/customer-groups/${group.id}/customers`, { add: members.map(({ id }) => id) });
    return this.#deleteLater(group, "/customer-groups");
  }

  /** What is in a category from now on. */
  async moveProducts(
    products: CatalogProduct[],
    { from, to }: { from?: CatalogEntry; to?: CatalogEntry },
  ): Promise<void> {
    const ids = products.map(({ id }) => id);
    if (from) await this.send("", `/product-categories/${from.id}/products`, { remove: ids });
    if (to) await this.send("", `/product-categories/${to.id}/products`, { add: ids });
  }

  /** Runs edits, and waits until the storefront has been told of one of them, and then told again. Visits nothing. */
  async editAndWait(told: readonly { handle: string }[], run: () => Promise<unknown>): Promise<void> {
    const start = statSync(log()).size;
    await run();
    for (const { handle } of told) {
      await expect
        .poll(() => readFileSync(log()).subarray(start).toString(), { timeout: 10_000, intervals: [100] })
        .toMatch(new RegExp(`Revalidated [^\\n]*${handle.replaceAll(/[^\p{L}\p{N}-]/gu, ".")}`));
    }
  }

  async cleanUp(): Promise<void> {
    for (const { path, body } of this.#created.toReversed())
      await requestMedusa(`/admin${path}`, {
        token: this.token,
        method: body ? "POST" : "DELETE",
        ...(body ? { body } : {}),
      });
  }

  #deleteLater<T extends { id: string }>(entry: T, path: string): T {
    this.#created.push({ path: `${path}/${entry.id}` });
    return entry;
  }

  async #setStock({ id, variantId }: CatalogProduct, stocked_quantity: number): Promise<void> {
    type Variant = { inventory_items: { inventory_item_id: string }[] };
    const path = `/products/${id}/variants/${variantId}?fields=inventory_items.inventory_item_id`;
    const { inventory_items } = await this.send<Variant>("variant", path);
    const location_id = await this.#findFirst("stock_locations", "/stock-locations");
    const levels = `/inventory-items/${inventory_items[0]?.inventory_item_id}/location-levels`;
    await this.send("inventory_item", levels, { location_id, stocked_quantity });
  }

  async #findSalesChannel(): Promise<string> {
    type Key = { token: string; sales_channels: { id: string }[] };
    const path = "/api-keys?type=publishable&limit=50&fields=token,*sales_channels";
    const keys = await this.send<Key[]>("api_keys", path);
    return keys.find(({ token }) => token === environment.publishableKey)?.sales_channels[0]?.id ?? "";
  }

  async #findFirst(key: string, path: string): Promise<string> {
    return (await this.send<{ id: string }[]>(key, path))[0]?.id ?? "";
  }
}

function listPrices(price: number | Record<string, number>) {
  const prices = typeof price === "number" ? { usd: price, gbp: price, eur: price, jpy: price } : price;
  return Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount }));
}

export const test = base.extend<{ catalog: CatalogAdmin }>({
  catalog: async ({}, provide) => {
    const catalog = await CatalogAdmin.open();
    await provide(catalog);
    await catalog.cleanUp();
  },
});

export { expect };
