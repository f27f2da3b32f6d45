import { randomUUID } from "node:crypto";
import { Shopkeeper } from "./shopkeeper";
import { createTestProduct, type Prices, type TestProduct } from "./test-product";

type Row = { id: string };

/** A product with everything that a cart of it refers to, all of it made for one test. */
export type TestOffer = {
  name: string;
  product: TestProduct;
  promotion: { id: string; code: string };
  profileId: string;
  optionId: string;
  zone: { setId: string; id: string };
  channelId: string;
  /** The shipping option delivers to this city only. */
  city: string;
};

/** Higher than the seeded prices: last in lists sorted by price. */
const PRICES: Prices = { usd: 9_033.35, gbp: 9_033.35, eur: 9_033.35, jpy: 9_033 };

/** A shopkeeper who creates test offers. */
export class OfferShopkeeper extends Shopkeeper {
  /** Creates a product without managed inventory, with its own shipping profile, shipping option and promotion code. */
  async createOffer(): Promise<TestOffer> {
    const name = `tried-${randomUUID().slice(0, 8)}`;
    const city = `Tried ${name}`;
    const [channelId, zone, profile] = await Promise.all([
      this.findSalesChannelId(),
      this.#createZone(name, city),
      this.post<{ shipping_profile: Row }>("/shipping-profiles", { name, type: name }),
    ]);
    const profileId = profile.shipping_profile.id;
    const made = { name, city, zone, channelId, profileId };
    const [optionId, product, promotion] = await Promise.all([
      this.#createShippingOption(made),
      this.createUncountedProduct(name, [PRICES], profileId),
      this.createPromotion({ code: `${name}-ten`, type: "percentage", value: 10 }),
    ]);
    return { ...made, optionId, product, promotion };
  }

  /** Deletes what is left of the offer and visible to other tests. */
  async deleteOffer({ product, optionId, zone }: TestOffer): Promise<void> {
    for (const path of [
      `/products/${product.id}`,
      `/shipping-options/${optionId}`,
      `/fulfillment-sets/${zone.setId}/service-zones/${zone.id}`,
    ])
      await this.delete(path).catch(() => null);
  }

  /**
   * Creates a promotion code.
   * @param method of Medusa's application method; default: off all items
   */
  async createPromotion({
    code,
    ...method
  }: { code: string } & Record<string, unknown>): Promise<TestOffer["promotion"]> {
    const application_method = { target_type: "items", allocation: "across", ...method };
    const body = { code, type: "standard", status: "active", application_method };
    const { promotion } = await this.post<{ promotion: Row }>("/promotions", body);
    return { id: promotion.id, code };
  }

  /** Creates a product without managed inventory, with one variant for each of the prices. */
  async createUncountedProduct(
    handle: string,
    variants: Prices[],
    profileId: string | null = null,
  ): Promise<TestProduct> {
    const values = variants.map((_prices, index) => `Size ${index + 1}`);
    return createTestProduct(this, { handle, price: variants, option: { title: "Size", values }, profileId });
  }

  async #createZone(name: string, city: string): Promise<TestOffer["zone"]> {
    const path = "/stock-locations?fields=fulfillment_sets.id";
    const { stock_locations } = await this.get<{ stock_locations: { fulfillment_sets: Row[] }[] }>(path);
    const setId = stock_locations[0]?.fulfillment_sets[0]?.id ?? "";
    const geo_zones = [{ type: "city", country_code: "us", province_code: "us-ny", city }];
    type Set = { fulfillment_set: { service_zones: (Row & { name: string })[] } };
    const made = await this.post<Set>(`/fulfillment-sets/${setId}/service-zones`, { name, geo_zones });
    return { setId, id: made.fulfillment_set.service_zones.find((zone) => zone.name === name)?.id ?? "" };
  }

  async #createShippingOption({
    name,
    zone,
    profileId,
  }: Pick<TestOffer, "name" | "zone" | "profileId">): Promise<string> {
    const type = { label: name, code: name, description: "Made for a test" };
    const { shipping_option } = await this.post<{ shipping_option: Row }>("/shipping-options", {
      name: `Sledge ${name}`,
      service_zone_id: zone.id,
      shipping_profile_id: profileId,
      provider_id: "manual_manual",
      price_type: "flat",
      type,
      prices: [{ currency_code: "usd", amount: 6.66 }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: "false" },
      ],
    });
    return shipping_option.id;
  }
}
