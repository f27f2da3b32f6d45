import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { type BackendProduct, parseProducts } from "@/lib/catalog/backend-product";
import { orWhileBuilding } from "@/lib/catalog/offline";
import { findRegionId } from "@/lib/catalog/regions";
import { reshapeCard, type ShelfItem } from "@/lib/catalog/reshape";
import { TAGS } from "@/lib/catalog/tags";
import type { Country } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";

const BATCH = 100;

const SHELF_FIELDS = [
  "id,handle,title,subtitle,description,created_at,thumbnail,*images,*options,*categories,*collection",
  "*variants,*variants.options,*variants.calculated_price,+variants.inventory_quantity",
].join(",");

/**
 * Every product sold to a country, newest first, as cards; none when the admin has no region with that country. Read whole and cached once, so that sorting by price and
 * paging are right however many products there are: Medusa's store API cannot sort by price.
 */
export async function listShelf(country: Country): Promise<ShelfItem[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.categories, TAGS.collections, TAGS.regions);
  const products = await orWhileBuilding([], () => readAll(country));
  return products.flatMap((product) => reshapeCard(product) ?? []);
}

async function readAll(country: Country): Promise<BackendProduct[]> {
  const region_id = await findRegionId(country);
  if (!region_id) return [];
  const query = {
    region_id,
    country_code: country,
    limit: BATCH,
    order: "-created_at",
    fields: SHELF_FIELDS,
  };
  const products: BackendProduct[] = [];
  for (let offset = 0, total = 1; offset < total; offset += BATCH) {
    const answer = parseProducts(await readPublic("/store/products", { ...query, offset }));
    products.push(...answer.products);
    total = answer.count;
  }
  return products;
}
