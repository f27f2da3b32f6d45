import { itemName } from "../../e2e/model/cart";
import type { Environment } from "../stack/environment";
import { UserError } from "../stack/user-error";

/** A variant, with the values to choose by option. */
export type CatalogItem = { handle: string; name: string; options: Record<string, string> };

type Variant = {
  title: string;
  inventory_quantity: number;
  options: { value: string; option: { title: string } }[];
};
type Product = { handle: string; variants: Variant[] };

/** Two shoppers may compete for a scarcer item: that is a test of its own. */
const MIN_STOCK = 40;
const FIELDS = "handle,*options,*variants,*variants.options,+variants.inventory_quantity";

/** Reads the items with plenty of stock from the backend's public API. */
export async function readCatalog(env: Environment): Promise<CatalogItem[]> {
  const url = new URL("/store/products", env.MEDUSA_URL);
  url.search = new URLSearchParams({ limit: "100", fields: FIELDS }).toString();
  const headers = { "x-publishable-api-key": String(env.PUBLISHABLE_KEY) };
  const response = await fetch(url, { headers });
  if (!response.ok) throw new UserError(`The backend answers ${response.status} to ${url.pathname}.`);
  const { products } = (await response.json()) as { products: Product[] };
  return products.flatMap(({ handle, variants }) =>
    variants
      .filter(({ inventory_quantity }) => inventory_quantity >= MIN_STOCK)
      .map(({ title, options }) => ({
        handle,
        name: itemName(handle, title),
        options: Object.fromEntries(options.map(({ value, option }) => [option.title, value])),
      })),
  );
}
