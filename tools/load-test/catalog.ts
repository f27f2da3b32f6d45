import { itemName } from "../../e2e/model/cart";
import { requestMedusa } from "../../e2e/support/medusa-request";
import { UserError } from "../stack/user-error";

/** A variant, with the values to choose by option. */
export type CatalogItem = { handle: string; name: string; options: Record<string, string> };

type Product = {
  handle: string;
  variants: {
    title: string;
    inventory_quantity: number;
    options: { value: string; option: { title: string } }[];
  }[];
};

/** Two shoppers may compete for a scarcer item: that is a test of its own. */
const MIN_STOCK = 40;
const FIELDS = "handle,*options,*variants,*variants.options,%2Bvariants.inventory_quantity";

/** Reads the items with plenty of stock from the backend's public API. */
export async function readCatalog(): Promise<CatalogItem[]> {
  const { status, body } = await requestMedusa(`/store/products?limit=100&fields=${FIELDS}`);
  if (status !== 200) throw new UserError(`The backend answers ${status} when asked for its products.`);
  return (body.products as Product[]).flatMap(({ handle, variants }) =>
    variants
      .filter(({ inventory_quantity }) => inventory_quantity >= MIN_STOCK)
      .map(({ title, options }) => ({
        handle,
        name: itemName(handle, title),
        options: Object.fromEntries(options.map(({ value, option }) => [option.title, value])),
      })),
  );
}
