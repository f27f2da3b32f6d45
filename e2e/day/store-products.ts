import { requestMedusa } from "../support/medusa-request";
import type { DayContext } from "./day-context";
import type { Offer } from "./page";
import type { Country } from "./store-setup";

type StoreVariant = {
  title: string;
  manage_inventory: boolean;
  allow_backorder: boolean;
  inventory_quantity: number | null;
  calculated_price: { calculated_amount: number | null } | null;
};

/** Filters of Medusa's product list that the day uses; each holds ids. */
export type Filter = { id?: string[]; category_id?: string[]; collection_id?: string[] };

/** Offers of products in a country, by product id, as the backend returns them to a guest. */
export async function readStoreProducts(
  { setup }: DayContext,
  country: Country,
  filter: Filter,
): Promise<Map<string, Offer[]>> {
  const query = new URLSearchParams({
    region_id: setup.regions[country],
    country_code: country,
    limit: "100",
    fields: "id,handle,*variants,*variants.calculated_price,+variants.inventory_quantity",
  });
  for (const [name, ids] of Object.entries(filter)) for (const id of ids) query.append(`${name}[]`, id);
  const { status, body } = await requestMedusa(`/store/products?${query}`);
  if (status !== 200) throw new Error(`The backend answers ${status} to a look at the day's products.`);
  const found = body.products as { id: string; variants: StoreVariant[] | null }[];
  return new Map(found.map(({ id, variants }) => [id, (variants ?? []).flatMap(toOffer)]));
}

/** Empty for a variant without a price, which is not sold. */
function toOffer(variant: StoreVariant): Offer[] {
  const price = variant.calculated_price?.calculated_amount;
  if (typeof price !== "number") return [];
  const { title, manage_inventory, allow_backorder, inventory_quantity } = variant;
  const isInStock = !manage_inventory || allow_backorder || (inventory_quantity ?? 0) > 0;
  return [{ name: title, price, isInStock }];
}
