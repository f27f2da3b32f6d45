import { randomUUID } from "node:crypto";
import { AdminApi } from "./admin-api";
import { createTestProduct, type Prices, type ProductInput, type TestProduct } from "./test-product";

type ColouredProduct = Pick<ProductInput, "handle" | "title" | "profileId"> & {
  /** Default: one in each currency. */
  prices?: Prices;
  /** Whether inventory is managed. Default: no. */
  isCounted?: boolean;
  colours?: string[];
};

const DEFAULT_PRICES: Prices = { usd: 50, gbp: 50, eur: 50, jpy: 5_000 };

/** The admin API with products, shipping options and promotions of the test's own, which `cleanUp` deletes. */
export class Shopkeeper extends AdminApi {
  /** Creates a product with a variant for each colour, which `cleanUp` deletes. */
  async createProduct(input: ColouredProduct = {}): Promise<TestProduct> {
    const { prices = DEFAULT_PRICES, isCounted = false, colours = ["Ink"], ...rest } = input;
    const product = await createTestProduct(this, {
      ...rest,
      price: prices,
      option: { title: "Colour", values: colours },
      variant: { manage_inventory: isCounted },
    });
    this.cleanUpLater(() => this.delete(`/products/${product.id}`));
    return product;
  }

  /**
   * Creates a shipping profile with shipping options to Europe.
   * @param deliveries amounts in euros, by the option's name
   */
  async createShippingProfile(deliveries: Record<string, number>) {
    const name = `Tried profile ${randomUUID()}`;
    const { shipping_profile } = await this.post<{ shipping_profile: { id: string } }>("/shipping-profiles", {
      name,
      type: name,
    });
    this.cleanUpLater(() => this.delete(`/shipping-profiles/${shipping_profile.id}`));
    const optionIds: string[] = [];
    for (const [label, amount] of Object.entries(deliveries))
      optionIds.push(await this.createShippingOption(shipping_profile.id, label, amount));
    return { id: shipping_profile.id, optionIds };
  }

  async createShippingOption(profileId: string, name: string, amount: number): Promise<string> {
    type Options = {
      shipping_options: { service_zone_id: string; type: { id: string }; service_zone: { name: string } }[];
    };
    const { shipping_options } = await this.get<Options>(
      "/shipping-options?fields=service_zone_id,*type,*service_zone",
    );
    const european = shipping_options.find(({ service_zone }) => service_zone.name === "Europe");
    if (!european) throw new Error("The seed delivers to no zone of that name.");
    const { shipping_option } = await this.post<{ shipping_option: { id: string } }>("/shipping-options", {
      name,
      price_type: "flat",
      provider_id: "manual_manual",
      service_zone_id: european.service_zone_id,
      shipping_profile_id: profileId,
      type_id: european.type.id,
      prices: [{ currency_code: "eur", amount }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: "false" },
      ],
    });
    this.cleanUpLater(() => this.delete(`/shipping-options/${shipping_option.id}`));
    return shipping_option.id;
  }

  /**
   * Creates a promotion code for 10 % off all items.
   * @param limit of uses; default: none
   */
  async createTenPercentCode(limit?: number): Promise<{ id: string; code: string }> {
    const code = `TRIED${randomUUID().slice(0, 8).toUpperCase()}`;
    const { promotion } = await this.post<{ promotion: { id: string } }>("/promotions", {
      code,
      type: "standard",
      status: "active",
      is_automatic: false,
      ...(limit ? { limit } : {}),
      application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
    });
    this.cleanUpLater(() => this.delete(`/promotions/${promotion.id}`));
    return { id: promotion.id, code };
  }
}
