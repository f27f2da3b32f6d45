import { randomUUID } from "node:crypto";
import { requestMedusa, signInAdmin } from "./admin-users";
import { environment } from "./environment";
import { test as base } from "./medusa-store-api";

type ProductInput = {
  title?: string;
  /** Prices by currency; every currency of the shop's has one otherwise. */
  prices?: Record<string, number>;
  /** The shipping profile; the seeded one otherwise. Null: none. */
  profileId?: string | null;
  /** Whether its stock is counted. */
  isCounted?: boolean;
  colours?: string[];
  handle?: string;
};

export type ShopProduct = { id: string; handle: string; title: string; variantIds: string[] };

const DEFAULT_PRICES = { usd: 50, gbp: 50, eur: 50, jpy: 5_000 };

/** What a shopkeeper changes in the admin, call by call, on things of the test's own. Undoes what others would see. */
export class Shopkeeper {
  readonly #undo: (() => Promise<unknown>)[] = [];

  /** @param token an admin's */
  constructor(readonly token: string) {}

  static async signIn(): Promise<Shopkeeper> {
    return new Shopkeeper(await signInAdmin(environment.admin));
  }

  async call<T>(path: string, body?: object, method = body ? "POST" : "GET"): Promise<T> {
    const response = await requestMedusa(`/admin${path}`, {
      token: this.token,
      method,
      ...(body ? { body } : {}),
    });
    if (response.status >= 300)
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body as T;
  }

  delete(path: string): Promise<unknown> {
    return this.call(path, undefined, "DELETE");
  }

  /** Takes away what others would stumble over, the last thing made first. */
  async cleanUp(): Promise<void> {
    for (const undo of this.#undo.splice(0).toReversed()) await undo();
  }

  async createProduct({
    title,
    prices = DEFAULT_PRICES,
    profileId,
    colours = ["Ink"],
    ...made
  }: ProductInput = {}) {
    const handle = made.handle ?? `tried-${randomUUID()}`;
    const profile = profileId === undefined ? await this.#findDefaultProfile() : profileId;
    const { product } = await this.call<{
      product: { id: string; title: string; variants: { id: string }[] };
    }>("/products", {
      handle,
      title: title ?? `Tried Thing ${handle.slice(-6)}`,
      status: "published",
      options: [{ title: "Colour", values: colours }],
      variants: colours.map((colour) => ({
        title: colour,
        sku: `${handle}-${colour}-${randomUUID().slice(0, 8)}`,
        options: { Colour: colour },
        manage_inventory: made.isCounted ?? false,
        prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
      })),
      sales_channels: [{ id: await this.findSalesChannel() }],
      ...(profile ? { shipping_profile_id: profile } : {}),
    });
    this.#undo.push(() => this.delete(`/products/${product.id}`).catch(() => null));
    return { id: product.id, handle, title: product.title, variantIds: product.variants.map(({ id }) => id) };
  }

  /** A profile of its own, and ways of delivery to Europe that only things of this profile have. */
  async createShippingProfile(deliveries: Record<string, number>) {
    const name = `Tried profile ${randomUUID()}`;
    const { shipping_profile } = await this.call<{ shipping_profile: { id: string } }>("/shipping-profiles", {
      name,
      type: name,
    });
    this.#undo.push(() => this.delete(`/shipping-profiles/${shipping_profile.id}`).catch(() => null));
    const optionIds: string[] = [];
    for (const [label, amount] of Object.entries(deliveries))
      optionIds.push(await this.createShippingOption(shipping_profile.id, label, amount));
    return { id: shipping_profile.id, optionIds };
  }

  async createShippingOption(profileId: string, name: string, amount: number): Promise<string> {
    type Options = {
      shipping_options: { service_zone_id: string; type: { id: string }; service_zone: { name: string } }[];
    };
    const { shipping_options } = await this.call<Options>(
      "/shipping-options?fields=service_zone_id,*type,*service_zone",
    );
    const european = shipping_options.find(({ service_zone }) => service_zone.name === "Europe");
    if (!european) throw new Error("The seed delivers to no zone of that name.");
    const { shipping_option } = await this.call<{ shipping_option: { id: string } }>("/shipping-options", {
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
    this.#undo.push(() => this.delete(`/shipping-options/${shipping_option.id}`).catch(() => null));
    return shipping_option.id;
  }

  /** A code that takes a tenth off, as often as `limit` says. */
  async createTenPercentCode(limit?: number): Promise<{ id: string; code: string }> {
    const code = `TRIED${randomUUID().slice(0, 8).toUpperCase()}`;
    const { promotion } = await this.call<{ promotion: { id: string } }>("/promotions", {
      code,
      type: "standard",
      status: "active",
      is_automatic: false,
      ...(limit ? { limit } : {}),
      application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
    });
    this.#undo.push(() => this.delete(`/promotions/${promotion.id}`).catch(() => null));
    return { id: promotion.id, code };
  }

  /** The channel that the storefront's own key sells through. */
  async findSalesChannel(): Promise<string> {
    type Keys = { api_keys: { token: string; sales_channels: { id: string }[] }[] };
    const { api_keys } = await this.call<Keys>(
      "/api-keys?type=publishable&limit=50&fields=token,*sales_channels",
    );
    const key = api_keys.find(({ token }) => token === environment.publishableKey);
    return key?.sales_channels[0]?.id ?? "";
  }

  async #findDefaultProfile(): Promise<string> {
    type Profiles = { shipping_profiles: { id: string }[] };
    const { shipping_profiles } = await this.call<Profiles>("/shipping-profiles?type=default");
    return shipping_profiles[0]?.id ?? "";
  }
}

type Fixtures = { shopkeeper: Shopkeeper };

/** For specs about what a shopkeeper changes: no browser that draws. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern.
  shopkeeper: async ({}, provide) => {
    const shopkeeper = await Shopkeeper.signIn();
    await provide(shopkeeper);
    await shopkeeper.cleanUp();
  },
});

export { expect } from "@playwright/test";
