import "server-only";
import { randomUUID } from "node:crypto";
import { cacheLife, cacheTag } from "next/cache";
import { type BackendProduct, productSchema } from "@/lib/catalog/backend-product";
import { fallbackDuringBuild } from "@/lib/catalog/cache-life";
import { findRegionId } from "@/lib/catalog/regions";
import { readAll } from "@/lib/medusa/read-all";
import { reshapeCard } from "@/lib/catalog/reshape";
import type { IndexedProduct } from "@/lib/catalog/product";
import { TAGS } from "@/lib/catalog/cache-tags";
import type { Country } from "@/lib/markets";

const INDEX_FIELDS = [
  "id,handle,title,subtitle,description,created_at,thumbnail,*images,*options,*categories,*collection",
  "*variants,*variants.options,*variants.calculated_price,+variants.inventory_quantity,sales_channels.id",
].join(",");

/**
 * Every product sold in a country, newest first; none without a region for the country. Read and cached as a whole, as
 * Medusa's store API cannot sort by price.
 * @param version for `listLatestIndexedProducts` only
 */
export async function listIndexedProducts(country: Country, version = ""): Promise<IndexedProduct[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.categories, TAGS.collections, TAGS.regions, `product-index:${version}`);
  const products = await fallbackDuringBuild([], () => fetchIndexedProducts(country));
  return products.flatMap((product) => reshapeCard(product) ?? []);
}

/**
 * As `listIndexedProducts`, for search and the sitemap: never returns a stale index after an event. While the backend
 * is down it returns the last index.
 */
export async function listLatestIndexedProducts(country: Country): Promise<IndexedProduct[]> {
  const [current, last] = await Promise.allSettled([
    getVersion().then((version) => listIndexedProducts(country, version)),
    listIndexedProducts(country),
  ]);
  if (current.status === "fulfilled") return current.value;
  if (last.status === "fulfilled") return last.value;
  throw current.reason;
}

/** A version of the catalogue that changes with every event. */
async function getVersion(): Promise<string> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.version);
  return randomUUID();
}

async function fetchIndexedProducts(country: Country): Promise<BackendProduct[]> {
  const region_id = await findRegionId(country);
  if (!region_id) return [];
  const query = { region_id, country_code: country, order: "-created_at", fields: INDEX_FIELDS };
  return readAll("/store/products", { key: "products", entry: productSchema }, query);
}
