import { randomUUID } from "node:crypto";
import { ask } from "./admins";
import { environment } from "./environment";

type Row = { id: string };

type NewProduct = { name: string; profileId?: string; variants: Prices[] };

/** What one test has made in the admin, to be taken away while shoppers have it. Everything is for this test alone. */
export type Stall = {
  name: string;
  product: StallProduct;
  promotion: { id: string; code: string };
  profileId: string;
  optionId: string;
  zone: { setId: string; id: string };
  channelId: string;
  /** Only parcels to this place have the delivery option. */
  city: string;
};

export type StallProduct = { id: string; handle: string; title: string; variantIds: string[] };

/** In the major unit, by currency. */
type Prices = Record<string, number>;

/** Dearer than what the shop sells: last in every list that is sorted by price. */
const PRICES: Prices = { usd: 9_033.35, gbp: 9_033.35, eur: 9_033.35, jpy: 9_033 };

/** A shopkeeper at the admin, by the token of an admin. */
export class Shopkeeper {
  constructor(private readonly token: string) {}

  async send<T = unknown>(path: string, body?: object, method?: "DELETE"): Promise<T> {
    const call = { token: this.token, ...(body ? { body } : {}), ...(method ? { method } : {}) };
    const answer = await ask(`/admin${path}`, call);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  remove(path: string): Promise<unknown> {
    return this.send(path, undefined, "DELETE");
  }

  /** A product that nobody counts, with a shipping profile and a delivery option of its own, and a code. */
  async openStall(): Promise<Stall> {
    const name = `tried-${randomUUID().slice(0, 8)}`;
    const city = `Tried ${name}`;
    const [channelId, zone, profile] = await Promise.all([
      this.#findChannel(),
      this.#makeZone(name, city),
      this.send<{ shipping_profile: Row }>("/shipping-profiles", { name, type: name }),
    ]);
    const profileId = profile.shipping_profile.id;
    const made = { name, city, zone, channelId, profileId };
    const [optionId, product, promotion] = await Promise.all([
      this.#makeOption(made),
      this.makeProduct({ name, profileId, variants: [PRICES] }),
      this.promote({ code: `${name}-ten`, type: "percentage", value: 10 }),
    ]);
    return { ...made, optionId, product, promotion };
  }

  /** Takes away what others would come across, as far as it is still there. */
  async closeStall({ product, optionId, zone }: Stall): Promise<void> {
    for (const path of [
      `/products/${product.id}`,
      `/shipping-options/${optionId}`,
      `/fulfillment-sets/${zone.setId}/service-zones/${zone.id}`,
    ])
      await this.remove(path).catch(() => null);
  }

  /** A code of this test's own. @param method what is taken off: a share of the things in the cart, unless told otherwise */
  async promote({
    code,
    ...method
  }: { code: string } & Record<string, unknown>): Promise<Stall["promotion"]> {
    const application_method = { target_type: "items", allocation: "across", ...method };
    const body = { code, type: "standard", status: "active", application_method };
    const { promotion } = await this.send<{ promotion: Row }>("/promotions", body);
    return { id: promotion.id, code };
  }

  /** A product whose stock is not counted, with a variant for each of the prices. */
  async makeProduct({ name, profileId, variants }: NewProduct): Promise<StallProduct> {
    const title = `Tried Thing ${name.slice(-8)}`;
    const sizes = variants.map((_prices, index) => `Size ${index + 1}`);
    const body = {
      title,
      handle: name,
      status: "published",
      options: [{ title: "Size", values: sizes }],
      variants: variants.map((prices, index) => ({
        title: sizes[index],
        options: { Size: sizes[index] },
        manage_inventory: false,
        prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
      })),
      sales_channels: [{ id: await this.#findChannel() }],
      ...(profileId ? { shipping_profile_id: profileId } : {}),
    };
    const { product } = await this.send<{ product: Row & { variants: Row[] } }>("/products", body);
    return { id: product.id, handle: name, title, variantIds: product.variants.map(({ id }) => id) };
  }

  async #makeZone(name: string, city: string): Promise<Stall["zone"]> {
    const path = "/stock-locations?fields=fulfillment_sets.id";
    const { stock_locations } = await this.send<{ stock_locations: { fulfillment_sets: Row[] }[] }>(path);
    const setId = stock_locations[0]?.fulfillment_sets[0]?.id ?? "";
    const geo_zones = [{ type: "city", country_code: "us", province_code: "NY", city }];
    type Set = { fulfillment_set: { service_zones: (Row & { name: string })[] } };
    const made = await this.send<Set>(`/fulfillment-sets/${setId}/service-zones`, { name, geo_zones });
    return { setId, id: made.fulfillment_set.service_zones.find((zone) => zone.name === name)?.id ?? "" };
  }

  async #makeOption({ name, zone, profileId }: Pick<Stall, "name" | "zone" | "profileId">): Promise<string> {
    const type = { label: name, code: name, description: "Made for a test" };
    const { shipping_option } = await this.send<{ shipping_option: Row }>("/shipping-options", {
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

  /** The channel that the storefront's own key sells through. */
  async #findChannel(): Promise<string> {
    type Key = { token: string; sales_channels: Row[] };
    const { api_keys } = await this.send<{ api_keys: Key[] }>(
      "/api-keys?type=publishable&limit=50&fields=token,*sales_channels",
    );
    return api_keys.find(({ token }) => token === environment.publishableKey)?.sales_channels[0]?.id ?? "";
  }
}
