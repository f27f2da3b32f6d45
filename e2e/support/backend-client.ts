import { randomUUID } from "node:crypto";
import { AdminApi } from "./admin-api";
import type { StoredCustomer, StoredOrder } from "./backend-types";

/** A product of one test, whose edits affect no other test. */
export type TestProduct = {
  id: string;
  handle: string;
  title: string;
  variantId: string;
  inventoryItemId: string;
  locationId: string;
};

const ORDER_FIELDS =
  "+display_id,+email,+currency_code,+total,+item_subtotal,+original_item_total,+shipping_total,+tax_total,+discount_total,*items,*shipping_address,*billing_address,*shipping_methods,*sales_channel,+customer_id,*customer";

/** The admin API for what specs check and change most: orders, customers and one product of the test's own. */
export class BackendClient extends AdminApi {
  async getOrder(id: string): Promise<StoredOrder> {
    const { order } = await this.get<{ order: StoredOrder }>(`/orders/${id}?fields=${ORDER_FIELDS}`);
    return order;
  }

  /**
   * Finds the account of an e-mail address, with its saved addresses.
   * @throws Error when there is none
   */
  async findCustomer(email: string): Promise<StoredCustomer> {
    const fields = "email,first_name,last_name,phone,has_account,*addresses";
    const query = new URLSearchParams({ q: email, fields });
    const { customers } = await this.get<{ customers: StoredCustomer[] }>(`/customers?${query}`);
    const customer = customers.find((each) => each.email === email && each.has_account);
    if (!customer) throw new Error(`Nobody has an account with ${email}.`);
    return customer;
  }

  /** @throws Error when the e-mail address has no account */
  async getCustomerId(email: string): Promise<string> {
    return (await this.findCustomer(email)).id;
  }

  /** Deletes accounts and guests whose name or e-mail address contains one of these texts. Their orders stay. */
  async deleteCustomers(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const query = new URLSearchParams({ q: text, fields: "id" });
      const { customers } = await this.get<{ customers: { id: string }[] }>(`/customers?${query}`);
      for (const { id } of customers) await this.delete(`/customers/${id}`);
    }
  }

  /** Lists the orders of an e-mail address, which are those of one test if the address is. */
  async listOrders(email: string): Promise<StoredOrder[]> {
    const query = new URLSearchParams({ q: email, fields: ORDER_FIELDS });
    const { orders } = await this.get<{ orders: StoredOrder[] }>(`/orders?${query}`);
    return orders.filter((order) => order.email === email);
  }

  /**
   * Creates a published product with one variant, at the same price in every currency. The default price puts it last
   * in lists sorted by price.
   */
  async createProduct({ stock, price = 9_000 }: { stock: number; price?: number }): Promise<TestProduct> {
    const handle = `tried-${randomUUID()}`;
    const title = `Tried Thing ${handle.slice(-6)}`;
    const { product } = await this.post<{ product: { id: string; variants: { id: string }[] } }>(
      "/products",
      await this.#productInput({ handle, title, price }),
    );
    const [variant] = product.variants;
    if (!variant) throw new Error("Medusa made a product without its variant.");
    const inventoryItemId = await this.#findInventoryItem(variant.id, product.id);
    const locationId = await this.findFirstId("/stock-locations", "stock_locations");
    await this.post(`/inventory-items/${inventoryItemId}/location-levels`, {
      location_id: locationId,
      stocked_quantity: stock,
    });
    return { id: product.id, handle, title, variantId: variant.id, inventoryItemId, locationId };
  }

  async renameProduct(product: TestProduct, title: string): Promise<void> {
    await this.post(`/products/${product.id}`, { title });
  }

  async setPrice(product: TestProduct, price: number): Promise<void> {
    await this.post(`/products/${product.id}/variants/${product.variantId}`, {
      prices: listPrices(price),
    });
  }

  async setStock({ inventoryItemId, locationId }: TestProduct, stock: number): Promise<void> {
    await this.post(`/inventory-items/${inventoryItemId}/location-levels/${locationId}`, {
      stocked_quantity: stock,
    });
  }

  /** Makes the product a draft. Medusa does not delete products of open orders. */
  async unpublish({ id }: TestProduct): Promise<void> {
    await this.post(`/products/${id}`, { status: "draft" });
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
      sales_channels: [{ id: await this.findSalesChannelId() }],
      shipping_profile_id: await this.findFirstId("/shipping-profiles", "shipping_profiles"),
    };
  }

  async #findInventoryItem(variantId: string, productId: string): Promise<string> {
    type Variant = { inventory_items: { inventory_item_id: string }[] };
    const path = `/products/${productId}/variants/${variantId}?fields=inventory_items.inventory_item_id`;
    const { variant } = await this.get<{ variant: Variant }>(path);
    const [item] = variant.inventory_items;
    if (!item) throw new Error("Medusa counts no stock for the variant.");
    return item.inventory_item_id;
  }
}

function listPrices(amount: number) {
  return ["usd", "gbp", "eur", "jpy"].map((currency_code) => ({ currency_code, amount }));
}
