import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { type BackendProduct, parseProducts } from "@/lib/catalog/backend-product";
import { isHandle } from "@/lib/catalog/handle";
import { NOT_FOUND_LIFE, fallbackDuringBuild } from "@/lib/catalog/cache-life";
import type { Product, ProductCard, IndexedProduct } from "@/lib/catalog/product";
import { findRegionId, listRegions, includesCountry } from "@/lib/catalog/regions";
import { reshapeCard, reshapeProduct } from "@/lib/catalog/reshape";
import { rankMatches } from "@/lib/catalog/search";
import { listIndexedProducts, listLatestIndexedProducts } from "@/lib/catalog/product-index";
import { type Sort, sortProducts } from "@/lib/catalog/sort";
import { TAGS } from "@/lib/catalog/cache-tags";
import { type Country, DEFAULT_COUNTRY, MARKETS } from "@/lib/markets";
import { readPublic } from "@/lib/medusa/client";

const PRODUCTS_PER_PAGE = 12;
const RELATED_COUNT = 4;

const PRODUCT_FIELDS = [
  "id,handle,title,subtitle,description,material,metadata,created_at,thumbnail,*images,*options,*categories,*collection",
  "*variants,*variants.options,*variants.calculated_price,+variants.inventory_quantity,sales_channels.id",
].join(",");

export type ProductPage = { products: ProductCard[]; page: number; pageCount: number; total: number };
export type ProductFilter = { page: number; sort: Sort; category?: string; collection?: string };

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
  const regions = await fallbackDuringBuild([], () => listRegionsSelling(id));
  return MARKETS.map(({ country }) => country).filter((country) =>
    regions.some((region) => includesCountry(region, country)),
  );
}

async function listRegionsSelling(id: string) {
  const regions = await listRegions();
  const areSold = await Promise.all(
    regions.map(async (region) => {
      const query = {
        id,
        region_id: region.id,
        limit: 1,
        fields: "id,handle,title,*variants.calculated_price,sales_channels.id",
      };
      const { products } = parseProducts(await readPublic("/store/products", query));
      return products.some((product) => reshapeCard(product) !== null);
    }),
  );
  return regions.filter((_region, index) => areSold[index]);
}

/** One page of a product list. A page beyond the last is empty; `pageCount` is at least 1. */
export async function listProducts(country: Country, filter: ProductFilter): Promise<ProductPage> {
  const { page, sort, category, collection } = filter;
  const index = await listIndexedProducts(country);
  const chosen = index.filter(
    (item) =>
      (!category || item.categories.includes(category)) && (!collection || item.collection === collection),
  );
  const from = (page - 1) * PRODUCTS_PER_PAGE;
  return {
    products: sortProducts(chosen, sort)
      .slice(from, from + PRODUCTS_PER_PAGE)
      .map(toCard),
    page,
    pageCount: Math.max(1, Math.ceil(chosen.length / PRODUCTS_PER_PAGE)),
    total: chosen.length,
  };
}

/** Related products: of the same collection first, then of the same category, then others; never sold-out ones. */
export async function listRelatedProducts(country: Country, handle: string): Promise<ProductCard[]> {
  const index = await listIndexedProducts(country);
  const self = index.find((item) => item.handle === handle);
  if (!self) return [];
  const others = index.filter((item) => item.handle !== handle && !item.isSoldOut);
  const related = [
    ...others.filter((item) => self.collection && item.collection === self.collection),
    ...others.filter((item) => item.categories.some((category) => self.categories.includes(category))),
    ...others,
  ];
  return [...new Set(related)].slice(0, RELATED_COUNT).map(toCard);
}

/** The products that contain every word of the query in title, subtitle, category or description; best match first. */
export async function searchProducts(country: Country, query: string): Promise<ProductCard[]> {
  return rankMatches(await listLatestIndexedProducts(country), query).map(toCard);
}

/** The handles of the products whose pages are prerendered. */
export async function listProductHandles(): Promise<string[]> {
  return (await listIndexedProducts(DEFAULT_COUNTRY)).map(({ handle }) => handle);
}

/** The countries where each product is sold, by its handle, in the order of `MARKETS`. */
export async function listProductCountries(): Promise<Map<string, Country[]>> {
  const sold = new Map<string, Country[]>();
  for (const countries of await listCountryGroups()) {
    for (const { handle } of countries[0] ? await listLatestIndexedProducts(countries[0]) : [])
      sold.set(handle, [...(sold.get(handle) ?? []), ...countries]);
  }
  return sold;
}

/**
 * The countries of each region, in the order of `MARKETS`: the backend's order of regions changes with every edit. A
 * product sold in one country of a region is sold in all of them.
 */
async function listCountryGroups(): Promise<Country[][]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.regions);
  const regions = await fallbackDuringBuild([], listRegions);
  const countries = MARKETS.map(({ country }) => country);
  const groups = regions.map((region) => countries.filter((country) => includesCountry(region, country)));
  return groups.toSorted(([one], [other]) => rank(countries, one) - rank(countries, other));
}

const rank = (countries: readonly Country[], country: Country | undefined) =>
  country ? countries.indexOf(country) : countries.length;

/** Drops the fields that only lists need, so that they are not sent to the browser. */
function toCard(item: IndexedProduct): ProductCard {
  const { handle, title, subtitle, picture, price, originalPrice, hasPriceRange, isSoldOut } = item;
  return { handle, title, subtitle, picture, price, originalPrice, hasPriceRange, isSoldOut };
}
