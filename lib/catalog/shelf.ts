import "server-only";
import { randomUUID } from "node:crypto";
import { cacheLife, cacheTag } from "next/cache";
import { type BackendProduct, productSchema } from "@/lib/catalog/backend-product";
import { orWhileBuilding } from "@/lib/catalog/offline";
import { findRegionId } from "@/lib/catalog/regions";
import { readAll } from "@/lib/catalog/read-all";
import { reshapeCard, type ShelfItem } from "@/lib/catalog/reshape";
import { TAGS } from "@/lib/catalog/tags";
import type { Country } from "@/lib/market";

const SHELF_FIELDS = [
  "id,handle,title,subtitle,description,created_at,thumbnail,*images,*options,*categories,*collection",
  "*variants,*variants.options,*variants.calculated_price,+variants.inventory_quantity,sales_channels.id",
].join(",");

/**
 * Every product sold to a country, newest first, as cards; none when the admin has no region with that country. Read whole
 * and cached once, so that sorting by price and paging are right however many products there are: Medusa's store API
 * cannot sort by price.
 * @param version for `listShelfNow` alone
 */
export async function listShelf(country: Country, version = ""): Promise<ShelfItem[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.categories, TAGS.collections, TAGS.regions, `shelf:${version}`);
  const products = await orWhileBuilding([], () => readShelf(country));
  return products.flatMap((product) => reshapeCard(product) ?? []);
}

/**
 * The same for search and the sitemap: there, `listShelf` answers with what was before an event once more.
 * While the backend is down it is what was read last.
 */
export async function listShelfNow(country: Country): Promise<ShelfItem[]> {
  const [current, last] = await Promise.allSettled([
    getVersion().then((version) => listShelf(country, version)),
    listShelf(country),
  ]);
  if (current.status === "fulfilled") return current.value;
  if (last.status === "fulfilled") return last.value;
  throw current.reason;
}

/** Another one after every event. */
async function getVersion(): Promise<string> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.version);
  return randomUUID();
}

async function readShelf(country: Country): Promise<BackendProduct[]> {
  const region_id = await findRegionId(country);
  if (!region_id) return [];
  const query = { region_id, country_code: country, order: "-created_at", fields: SHELF_FIELDS };
  return readAll("/store/products", { key: "products", entry: productSchema }, query);
}
