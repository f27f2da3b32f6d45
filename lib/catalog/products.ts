import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { type BackendProduct, parseProducts } from "@/lib/catalog/backend-product";
import { isHandle } from "@/lib/catalog/handle";
import { NOT_THERE } from "@/lib/catalog/not-there";
import { orWhileBuilding } from "@/lib/catalog/offline";
import type { Product, ProductCard } from "@/lib/catalog/product";
import { findRegionId, listRegions, sellsTo } from "@/lib/catalog/regions";
import { reshapeCard, reshapeProduct, type ShelfItem } from "@/lib/catalog/reshape";
import { matchProducts } from "@/lib/catalog/search";
import { listShelf, listShelfNow } from "@/lib/catalog/shelf";
import { type Sort, sortProducts } from "@/lib/catalog/sort";
import { TAGS } from "@/lib/catalog/tags";
import { type Country, DEFAULT_COUNTRY, MARKETS } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";

const PRODUCTS_PER_PAGE = 12;
const RELATED_COUNT = 4;

const PRODUCT_FIELDS = [
  "id,handle,title,subtitle,description,material,metadata,created_at,thumbnail,*images,*options,*categories,*collection",
  "*variants,*variants.options,*variants.calculated_price,+variants.inventory_quantity,sales_channels.id",
].join(",");

export type ProductPage = { products: ProductCard[]; page: number; pageCount: number; total: number };
export type ProductFilter = { page: number; sort: Sort; category?: string; collection?: string };

/** One product with a country's prices and stock, or null when no such product is sold there. */
export async function getProduct(country: Country, handle: string): Promise<Product | null> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.categories, TAGS.collections, TAGS.regions);
  const found = await orWhileBuilding(undefined, () => findProduct(country, handle));
  // "Not there" has no product to be tagged with, and ends when one is made with this handle: at any product event.
  cacheTag(found ? TAGS.product(found.id) : TAGS.products);
  if (!found) cacheLife(NOT_THERE);
  return found ? reshapeProduct(found) : null;
}

/**
 * The same as the backend knows it at this moment, where a count must be right: after a sale or an edit the kept one is
 * behind for a few seconds.
 * @throws AppError "unavailable"
 */
export async function readProductNow(country: Country, handle: string): Promise<Product | null> {
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

/** The countries in which a product is sold, in the order of the country menu: those where it has a price. */
export async function listCountriesOf(id: string): Promise<Country[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.product(id), TAGS.regions);
  const regions = await orWhileBuilding([], () => listRegionsOf(id));
  return MARKETS.map(({ country }) => country).filter((country) =>
    regions.some((region) => sellsTo(region, country)),
  );
}

async function listRegionsOf(id: string) {
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

/** One page of the shop's grid. A page beyond the last is empty; `pageCount` is at least 1. */
export async function listProducts(country: Country, filter: ProductFilter): Promise<ProductPage> {
  const { page, sort, category, collection } = filter;
  const shelf = await listShelf(country);
  const chosen = shelf.filter(
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

/** What goes with a product: the rest of its collection first, then of its category, never a sold-out thing. */
export async function listRelatedProducts(country: Country, handle: string): Promise<ProductCard[]> {
  const shelf = await listShelf(country);
  const self = shelf.find((item) => item.handle === handle);
  if (!self) return [];
  const others = shelf.filter((item) => item.handle !== handle && !item.isSoldOut);
  const kin = [
    ...others.filter((item) => self.collection && item.collection === self.collection),
    ...others.filter((item) => item.categories.some((category) => self.categories.includes(category))),
    ...others,
  ];
  return [...new Set(kin)].slice(0, RELATED_COUNT).map(toCard);
}

/** Products whose title, subtitle, category or description has every word of the query, titles first. */
export async function searchProducts(country: Country, query: string): Promise<ProductCard[]> {
  return matchProducts(await listShelfNow(country), query).map(toCard);
}

/** Handles to build pages for. */
export async function listProductHandles(): Promise<string[]> {
  return (await listShelf(DEFAULT_COUNTRY)).map(({ handle }) => handle);
}

/** Every product that is sold anywhere, by its handle, with the countries in which it is, in the markets' order. */
export async function listProductCountries(): Promise<Map<string, Country[]>> {
  const sold = new Map<string, Country[]>();
  for (const countries of await listCountryGroups()) {
    for (const { handle } of countries[0] ? await listShelfNow(countries[0]) : [])
      sold.set(handle, [...(sold.get(handle) ?? []), ...countries]);
  }
  return sold;
}

/**
 * The countries of each region: what is sold in one of them is sold in all. The backend gives regions in no order that
 * lasts: they are in the markets'.
 */
async function listCountryGroups(): Promise<Country[][]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.regions);
  const regions = await orWhileBuilding([], listRegions);
  const countries = MARKETS.map(({ country }) => country);
  const groups = regions.map((region) => countries.filter((country) => sellsTo(region, country)));
  return groups.toSorted(([one], [other]) => rank(countries, one) - rank(countries, other));
}

const rank = (countries: readonly Country[], country: Country | undefined) =>
  country ? countries.indexOf(country) : countries.length;

/** Only what a card shows goes to the browser. */
function toCard(item: ShelfItem): ProductCard {
  const { handle, title, subtitle, picture, price, originalPrice, hasPriceRange, isSoldOut } = item;
  return { handle, title, subtitle, picture, price, originalPrice, hasPriceRange, isSoldOut };
}
