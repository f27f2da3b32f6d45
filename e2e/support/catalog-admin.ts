import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { AdminApi } from "./admin-api";
import { environment } from "./environment";
import { createTestProduct, type ProductInput, type TestProduct } from "./test-product";

type CatalogEntry = { id: string; handle: string };

const medusaLog = () => join(environment.logsFolder, "medusa.log");

/** The admin API with a catalogue of the test's own, which `cleanUp` deletes. */
export class CatalogAdmin extends AdminApi {
  /** Creates a product that `cleanUp` unpublishes. */
  async createProduct(input: ProductInput = {}): Promise<TestProduct> {
    const product = await createTestProduct(this, input);
    this.cleanUpLater(() => this.post(`/products/${product.id}`, { status: "draft" }));
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
    prices: [TestProduct, amount: number][],
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
    products: TestProduct[],
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
}
