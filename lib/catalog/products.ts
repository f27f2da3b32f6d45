import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { type BackendProduct, parseProducts } from "@/lib/catalog/backend-product";
import { isHandle } from "@/lib/catalog/handle";
import { NOT_FOUND_LIFE, fallbackDuringBuild } from "@/lib/catalog/cache-life";
import type { Product } from "@/lib/catalog/product";
import { listRegionsSelling } from "@/lib/catalog/lists";
import { findRegionId, listRegions, includesCountry } from "@/lib/catalog/regions";
import { reshapeProduct } from "@/lib/catalog/reshape";
import { TAGS } from "@/lib/catalog/cache-tags";
import { type Country, MARKETS } from "@/lib/markets";
import { readPublic } from "@/lib/medusa/client";

const PRODUCT_FIELDS = [
  "id,handle,title,subtitle,description,material,metadata,created_at,thumbnail,*images,*options,*categories,*collection",
  "*variants,*variants.options,*variants.calculated_price,*variants.images,+variants.inventory_quantity,sales_channels.id",
].join(",");

/** A product with a country's prices and stock, cached; null if it is not sold there. */
export async function getProduct(country: Country, handle: string): Promise<Product | null> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.categories, TAGS.collections, TAGS.regions);
  const found = await fallbackDuringBuild(undefined, () => findProduct(country, handle));
  // "Not found" carries the tag of all products, because any product event may end it.
  cacheTag(found ? TAGS.product(found.id) : TAGS.products);
  if (!found) cacheLife(NOT_FOUND_LIFE);
  return found ? reshapeProduct(found) : null;
}

/**
 * As `getProduct`, without the cache, for decisions that need the current stock. The cached product is some seconds
 * behind a sale or an edit.
 * @throws AppError "unavailable"
 */
export async function getProductUncached(country: Country, handle: string): Promise<Product | null> {
  const found = await findProduct(country, handle);
  return found ? reshapeProduct(found) : null;
}

async function findProduct(country: Country, handle: string): Promise<BackendProduct | undefined> {
  if (!isHandle(handle)) return undefined;
  const region_id = await findRegionId(country);
  if (!region_id) return undefined;
  const query = { handle, region_id, country_code: country, limit: 1, fields: PRODUCT_FIELDS };
  return parseProducts(await readPublic("/store/products", query)).products[0];
}

/** The countries where a product has a price, in the order of the country menu. @param id of the product */
export async function listCountriesSelling(id: string): Promise<Country[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.product(id), TAGS.regions);
  const regions = await fallbackDuringBuild([], async () => {
    const [selling, all] = await Promise.all([listRegionsSelling(id), listRegions()]);
    return all.filter((region) => selling.includes(region.id));
  });
  return MARKETS.map(({ country }) => country).filter((country) =>
    regions.some((region) => includesCountry(region, country)),
  );
}
