import { AdminApi } from "./admin-api";
import type { StoredCustomer, StoredOrder } from "./backend-types";
import { createTestProduct, listPrices, setStock, type TestProduct } from "./test-product";

export type { TestProduct } from "./test-product";

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

  /** Lists the orders of an e-mail address, which are those of one test if the address is. */
  async listOrders(email: string): Promise<StoredOrder[]> {
    const query = new URLSearchParams({ q: email, fields: ORDER_FIELDS });
    const { orders } = await this.get<{ orders: StoredOrder[] }>(`/orders?${query}`);
    return orders.filter((order) => order.email === email);
  }

  /** Creates a product with one variant, for a test that unpublishes it. */
  async createProduct(input: { stock: number; price?: number }): Promise<TestProduct> {
    return createTestProduct(this, input);
  }

  async renameProduct(product: TestProduct, title: string): Promise<void> {
    await this.post(`/products/${product.id}`, { title });
  }

  async setPrice(product: TestProduct, price: number): Promise<void> {
    await this.post(`/products/${product.id}/variants/${product.variantId}`, {
      prices: listPrices(price),
    });
  }

  async setStock(product: TestProduct, stock: number): Promise<void> {
    await setStock(this, product, stock);
  }

  /** Makes the product a draft. Medusa does not delete products of open orders. */
  async unpublish({ id }: TestProduct): Promise<void> {
    await this.post(`/products/${id}`, { status: "draft" });
  }
}
