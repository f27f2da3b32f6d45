import { randomUUID } from "node:crypto";
import { environment } from "./environment";
import { newClientIp } from "./identity";
import type { StoredCustomer, StoredOrder } from "./backend-types";

/** A product made for one spec, so that its edits disturb no other. */
export type TestProduct = {
  id: string;
  handle: string;
  title: string;
  variantId: string;
  inventoryItemId: string;
  locationId: string;
};

type Method = "GET" | "POST" | "DELETE";

const ORDER_FIELDS =
  "+display_id,+email,+currency_code,+total,+item_subtotal,+original_item_total,+shipping_total,+tax_total,+discount_total,*items,*shipping_address,*billing_address,*shipping_methods,*sales_channel,+customer_id,*customer";

/** The shop's back room as a shopkeeper works in it: Medusa's admin API. */
export class BackendClient {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async signIn(): Promise<BackendClient> {
    const response = await fetch(new URL("/auth/user/emailpass", environment.medusaUrl), {
      method: "POST",
      headers: { "content-type": "application/json", ...newClientIp() },
      body: JSON.stringify(environment.admin),
    });
    const { token } = (await response.json()) as { token: string };
    return new BackendClient(token);
  }

  async getOrder(id: string): Promise<StoredOrder> {
    const { order } = await this.#call<{ order: StoredOrder }>("GET", `/orders/${id}?fields=${ORDER_FIELDS}`);
    return order;
  }

  /** The account of an e-mail address, with its address book. */
  async findCustomer(email: string): Promise<StoredCustomer> {
    const fields = "email,first_name,last_name,phone,has_account,*addresses";
    const query = new URLSearchParams({ q: email, fields });
    const { customers } = await this.#call<{ customers: StoredCustomer[] }>("GET", `/customers?${query}`);
    const customer = customers.find((each) => each.email === email && each.has_account);
    if (!customer) throw new Error(`Nobody has an account with ${email}.`);
    return customer;
  }

  /** The id of an account, by its e-mail address. */
  async getCustomerId(email: string): Promise<string> {
    return (await this.findCustomer(email)).id;
  }

  /** Deletes the accounts and guests whose name or e-mail address holds one of these texts; their orders stay. */
  async deleteCustomers(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const query = new URLSearchParams({ q: text, fields: "id" });
      const { customers } = await this.#call<{ customers: { id: string }[] }>("GET", `/customers?${query}`);
      for (const { id } of customers) await this.#call("DELETE", `/customers/${id}`);
    }
  }

  /** Every order of an e-mail address; with one address a test, every order of that test. */
  async listOrders(email: string): Promise<StoredOrder[]> {
    const query = new URLSearchParams({ q: email, fields: ORDER_FIELDS });
    const { orders } = await this.#call<{ orders: StoredOrder[] }>("GET", `/orders?${query}`);
    return orders.filter((order) => order.email === email);
  }

  /** One product with one variant, at the same price in every currency. The dearest by far: last in every list. */
  async createProduct({ stock, price = 9_000 }: { stock: number; price?: number }): Promise<TestProduct> {
    const handle = `tried-${randomUUID()}`;
    const title = `Tried Thing ${handle.slice(-6)}`;
    const { product } = await this.#call<{ product: { id: string; variants: { id: string }[] } }>(
      "POST",
      "/products",
      await this.#productInput({ handle, title, price }),
    );
    const [variant] = product.variants;
    if (!variant) throw new Error("Medusa made a product without its variant.");
    const inventoryItemId = await this.#findInventoryItem(variant.id, product.id);
    const locationId = await this.#findFirst("stock-locations", "stock_locations");
    await this.#call("POST", `/inventory-items/${inventoryItemId}/location-levels`, {
      location_id: locationId,
      stocked_quantity: stock,
    });
    return { id: product.id, handle, title, variantId: variant.id, inventoryItemId, locationId };
  }

  async renameProduct(product: TestProduct, title: string): Promise<void> {
    await this.#call("POST", `/products/${product.id}`, { title });
  }

  async setPrice(product: TestProduct, price: number): Promise<void> {
    await this.#call("POST", `/products/${product.id}/variants/${product.variantId}`, {
      prices: listPrices(price),
    });
  }

  async setStock({ inventoryItemId, locationId }: TestProduct, stock: number): Promise<void> {
    await this.#call("POST", `/inventory-items/${inventoryItemId}/location-levels/${locationId}`, {
      stocked_quantity: stock,
    });
  }

  /** Out of the shop, and kept: Medusa deletes nothing that an order still waits for. */
  async unpublish({ id }: TestProduct): Promise<void> {
    await this.#call("POST", `/products/${id}`, { status: "draft" });
  }

  async #productInput({ handle, title, price }: { handle: string; title: string; price: number }) {
    const variant = {
      title: "One size",
      sku: handle,
      options: { Size: "One size" },
      manage_inventory: true,
      prices: listPrices(price),
    };
    return {
      handle,
      title,
      subtitle: "Made for a test",
      status: "published",
      options: [{ title: "Size", values: ["One size"] }],
      variants: [variant],
      sales_channels: [{ id: await this.#findSalesChannel() }],
      shipping_profile_id: await this.#findFirst("shipping-profiles", "shipping_profiles"),
    };
  }

  async #findInventoryItem(variantId: string, productId: string): Promise<string> {
    type Variant = { inventory_items: { inventory_item_id: string }[] };
    const path = `/products/${productId}/variants/${variantId}?fields=inventory_items.inventory_item_id`;
    const { variant } = await this.#call<{ variant: Variant }>("GET", path);
    const [item] = variant.inventory_items;
    if (!item) throw new Error("Medusa counts no stock for the variant.");
    return item.inventory_item_id;
  }

  /** The channel that the storefront's own key sells through. */
  async #findSalesChannel(): Promise<string> {
    type Key = { token: string; sales_channels: { id: string }[] };
    const path = "/api-keys?type=publishable&limit=50&fields=token,*sales_channels";
    const { api_keys } = await this.#call<{ api_keys: Key[] }>("GET", path);
    const [channel] =
      api_keys.find(({ token }) => token === environment.publishableKey)?.sales_channels ?? [];
    if (!channel) throw new Error("PUBLISHABLE_KEY is no key of this backend's.");
    return channel.id;
  }

  async #findFirst(path: string, key: string): Promise<string> {
    const [first] = (await this.#call<Record<string, { id: string }[]>>("GET", `/${path}`))[key] ?? [];
    if (!first) throw new Error(`The backend has no ${path}.`);
    return first.id;
  }

  #send(method: Method, path: string, body?: object): Promise<Response> {
    return fetch(new URL(`/admin${path}`, environment.medusaUrl), {
      method,
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  async #call<T>(method: Method, path: string, body?: object): Promise<T> {
    const response = await this.#send(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

function listPrices(amount: number) {
  return ["usd", "gbp", "eur", "jpy"].map((currency_code) => ({ currency_code, amount }));
}
