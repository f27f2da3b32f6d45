// @ts-check
import { Failure } from "../stack/failure.mjs";
import { nameThing } from "./sight.mjs";

/**
 * @typedef {{ handle: string, name: string, options: Record<string, string> }} Thing something to buy
 * @typedef {{ title: string, inventory_quantity: number, options: { value: string, option: { title: string } }[] }} Variant
 * @typedef {{ handle: string, variants: Variant[] }} Product
 */

/** Of anything scarcer, one shopper may buy what another was about to: that is a test of its own. */
const PLENTY = 40;
const FIELDS = "handle,*options,*variants,*variants.options,+variants.inventory_quantity";

/**
 * What the shop has plenty of, as anybody may ask the backend.
 * @param {NodeJS.ProcessEnv} env of the specs
 * @returns {Promise<Thing[]>}
 */
export async function readShelf(env) {
  const url = new URL("/store/products", env.MEDUSA_URL);
  url.search = new URLSearchParams({ limit: "100", fields: FIELDS }).toString();
  const headers = { "x-publishable-api-key": String(env.PUBLISHABLE_KEY) };
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Failure(`The backend answers ${answer.status} to ${url.pathname}.`);
  const { products } = /** @type {{ products: Product[] }} */ (await answer.json());
  return products.flatMap(listThings);
}

/**
 * @param {Product} product
 * @returns {Thing[]}
 */
function listThings({ handle, variants }) {
  const plenty = variants.filter(({ inventory_quantity }) => inventory_quantity >= PLENTY);
  return plenty.map(({ title, options }) => ({
    handle,
    name: nameThing(handle, title),
    options: Object.fromEntries(options.map(({ value, option }) => [option.title, value])),
  }));
}
