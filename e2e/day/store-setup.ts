import { environment } from "../support/environment";
import type { AdminApi } from "../support/admin-api";

/** Countries the shoppers buy from, one for each currency. */
export const COUNTRIES = ["us", "gb", "de", "jp"] as const;
export type Country = (typeof COUNTRIES)[number];

/** Ids of seeded entities. */
export type StoreSetup = {
  channel: string;
  location: string;
  /** By country. */
  regions: Record<Country, string>;
  zones: { id: string; currency: string }[];
  taxRegions: { id: string; country: string }[];
  deliveryType: string;
};

export async function readStoreSetup(admin: AdminApi): Promise<StoreSetup> {
  const [channel, place, regions, taxes, types] = await Promise.all([
    findSalesChannel(admin),
    findStockLocation(admin),
    findRegions(admin),
    admin.get<{ tax_regions: { id: string; country_code: string }[] }>("/tax-regions?limit=50"),
    admin.get<{ shipping_option_types: { id: string }[] }>("/shipping-option-types?limit=1"),
  ]);
  return {
    channel,
    ...place,
    regions,
    taxRegions: taxes.tax_regions.map(({ id, country_code }) => ({ id, country: country_code })),
    deliveryType: types.shipping_option_types[0]?.id ?? "",
  };
}

/** The sales channel of the storefront's publishable key. */
async function findSalesChannel(admin: AdminApi): Promise<string> {
  type Keys = { api_keys: { token: string; sales_channels: { id: string }[] }[] };
  const path = "/api-keys?type=publishable&limit=50&fields=token,*sales_channels";
  const { api_keys } = await admin.get<Keys>(path);
  const own = api_keys.find(({ token }) => token === environment.publishableKey);
  return own?.sales_channels[0]?.id ?? "";
}

async function findStockLocation(admin: AdminApi): Promise<Pick<StoreSetup, "location" | "zones">> {
  type Zone = { id: string; geo_zones: { country_code: string }[] };
  type Places = { stock_locations: { id: string; fulfillment_sets: { service_zones: Zone[] }[] }[] };
  const fields = "id,*fulfillment_sets.service_zones,*fulfillment_sets.service_zones.geo_zones";
  const { stock_locations } = await admin.get<Places>(`/stock-locations?limit=1&fields=${fields}`);
  const [place] = stock_locations;
  const currencies: Record<string, string> = { us: "usd", gb: "gbp", de: "eur", jp: "jpy" };
  const zones = (place?.fulfillment_sets ?? []).flatMap(({ service_zones }) =>
    service_zones.flatMap(({ id, geo_zones }) => {
      const currency = geo_zones.map(({ country_code }) => currencies[country_code]).find(Boolean);
      return currency ? [{ id, currency }] : [];
    }),
  );
  return { location: place?.id ?? "", zones };
}

async function findRegions(admin: AdminApi): Promise<StoreSetup["regions"]> {
  type Regions = { regions: { id: string; countries: { iso_2: string }[] }[] };
  const { regions } = await admin.get<Regions>("/regions?limit=50&fields=id,*countries");
  const of = (country: Country) =>
    regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === country))?.id ?? "";
  return { us: of("us"), gb: of("gb"), de: of("de"), jp: of("jp") };
}
