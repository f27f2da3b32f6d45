import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { fallbackDuringBuild } from "@/lib/catalog/cache-life";
import { TAGS } from "@/lib/catalog/cache-tags";
import { askEngine, type EngineDocument, type EngineResult } from "@/lib/catalog/engine";
import {
  listOptionKeys,
  readFacets,
  toFacetQueries,
  toPageQuery,
  type ListBase,
  type ListFacets,
} from "@/lib/catalog/list-facets";
import { FIRST_PAGE, type ListFilters, type ListQuery, NO_FILTERS } from "@/lib/catalog/list-query";
import type { Picture, ProductCard } from "@/lib/catalog/product";
import { findRegionId, includesCountry, listRegions } from "@/lib/catalog/regions";
import { ENGINE_ORDER } from "@/lib/catalog/sort";
import { getVersion } from "@/lib/catalog/version";
import { getVocabulary } from "@/lib/catalog/vocabulary";
import { type Country, DEFAULT_COUNTRY, MARKETS } from "@/lib/markets";

const PRODUCTS_PER_PAGE = 12;
const RELATED_COUNT = 4;
/** How many products have their page made by the build, whatever the catalogue; the others are made when asked for. */
const PRERENDERED_PRODUCTS = 32;
/** The most that the backend returns at once. */
const BATCH = 100;
/** More categories than a shop has. */
const MAX_CATEGORIES = 1_000;

export type ProductPage = {
  products: ProductCard[];
  page: number;
  /** At least 1. */
  pageCount: number;
  total: number;
  facets: ListFacets;
};

/**
 * One page of a list with its filters. A page beyond the last is empty.
 * @throws AppError "unavailable"
 */
export function listProducts(country: Country, base: ListBase, query: ListQuery): Promise<ProductPage> {
  return readPage(country, { base, query, version: "" });
}

/**
 * As `listProducts`, for pages that are rendered for each request: never older than the last change that the backend has
 * reported. With `base.text` it holds the products that contain every word of it, the last also as a beginning.
 */
export async function listLatestProducts(
  country: Country,
  base: ListBase,
  query: ListQuery,
): Promise<ProductPage> {
  return readPage(country, { base, query, version: await getVersion() });
}

type PageRequest = { base: ListBase; query: ListQuery; version: string };

async function readPage(country: Country, request: PageRequest): Promise<ProductPage> {
  const { base, query, version } = request;
  const { filters } = query;
  const [{ documents, count }, answers, vocabulary] = await Promise.all([
    readHits(country, request),
    // The same for every sort and page.
    readFacetAnswers(country, { base, query: { ...FIRST_PAGE, filters }, version }),
    getVocabulary(country, version),
  ]);
  return {
    products: documents.map((document) => ({ ...toCard(document), picture: getPicture(document, filters) })),
    page: query.page,
    pageCount: Math.max(1, Math.ceil(count / PRODUCTS_PER_PAGE)),
    total: count,
    facets: readFacets({ base, query }, vocabulary, { answers, total: count }),
  };
}

type Hits = Pick<EngineResult, "documents" | "count">;

/** @param request `version`: only makes the entries of different versions differ */
async function readHits(country: Country, { base, query, version }: PageRequest): Promise<Hits> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions, `hits:${version}`);
  const nothing = { documents: [], count: 0 };
  return fallbackDuringBuild<Hits>(nothing, async () => {
    const regionId = await findRegionId(country);
    if (!regionId) return nothing;
    const [answer] = await askEngine([toPageQuery({ regionId, base, query }, PRODUCTS_PER_PAGE)]);
    return answer ?? nothing;
  });
}

/** `take`: at most so many; `version`: as `getVersion` returns it. */
type TextRequest = { text: string; take: number; version: string };

/** The first products that contain every word of a text, and how many there are. @throws AppError "unavailable" */
export async function findProducts(
  country: Country,
  { text, take, version }: TextRequest,
): Promise<{ products: ProductCard[]; total: number }> {
  const request = { base: { text }, query: FIRST_PAGE, version };
  const { documents, count } = await readHits(country, request);
  return { products: documents.slice(0, take).map(toCard), total: count };
}

/** Shorter words are similar to too many others. */
const COMPARABLE = /\p{L}{4}/u;

/**
 * The products with words similar to those of a text, which may be misspelt; none for a text of short words only.
 * @throws AppError "unavailable"
 */
export async function findSimilarProducts(
  country: Country,
  { text, take, version }: TextRequest,
): Promise<ProductCard[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions, `similar:${version}`);
  if (!COMPARABLE.test(text)) return [];
  const regionId = await findRegionId(country);
  if (!regionId) return [];
  const [answer] = await askEngine([{ filters: { region_id: regionId, q: text }, take, isTolerant: true }]);
  return (answer?.documents ?? []).map(toCard);
}

/** @param request as for `readHits` */
async function readFacetAnswers(
  country: Country,
  { base, query, version }: PageRequest,
): Promise<EngineResult[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions, `facets:${version}`);
  return fallbackDuringBuild([], async () => {
    const regionId = await findRegionId(country);
    return regionId ? askEngine(toFacetQueries({ regionId, base, query })) : [];
  });
}

/** How many products each category lists, by its handle. */
export async function countProductsByCategory(country: Country): Promise<Record<string, number>> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions);
  return fallbackDuringBuild({}, async () => {
    const regionId = await findRegionId(country);
    if (!regionId) return {};
    const facets = [{ field: "categories", type: "value", limit: MAX_CATEGORIES } as const];
    const [answer] = await askEngine([{ filters: { region_id: regionId }, facets, take: 0 }]);
    return Object.fromEntries((answer?.values.categories ?? []).map(({ value, count }) => [value, count]));
  });
}

/** Where a product stands: what is related to it is found by this. */
type Neighbourhood = { id: string; category: string | null; collection: string | null };

/** Related products: of the same collection first, then of the same category, then others; never sold-out ones. */
export async function listRelatedProducts(
  country: Country,
  { id, category, collection }: Neighbourhood,
): Promise<ProductCard[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions);
  return fallbackDuringBuild([], async () => {
    const regionId = await findRegionId(country);
    if (!regionId) return [];
    const others = { region_id: regionId, is_in_stock: true, product_id: { $ne: id } };
    const order = ENGINE_ORDER.featured;
    const take = RELATED_COUNT;
    const answers = await askEngine([
      ...(collection ? [{ filters: { ...others, collection }, order, take }] : []),
      ...(category ? [{ filters: { ...others, categories: [category] }, order, take }] : []),
      { filters: others, order, take },
    ]);
    const found = new Map(
      answers.flatMap(({ documents }) => documents).map((document) => [document.product_id, document]),
    );
    return [...found.values()].slice(0, RELATED_COUNT).map(toCard);
  });
}

/** The handles of the products whose pages are prerendered: the first of the store. */
export async function listProductHandles(): Promise<string[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions);
  return fallbackDuringBuild([], async () => {
    const regionId = await findRegionId(DEFAULT_COUNTRY);
    if (!regionId) return [];
    const filters = { region_id: regionId };
    const [answer] = await askEngine([{ filters, order: ENGINE_ORDER.featured, take: PRERENDERED_PRODUCTS }]);
    return (answer?.documents ?? []).map(({ handle }) => handle);
  });
}

/** The regions where a product is sold. Not cached itself: its caller is. @throws AppError "unavailable" */
export async function listRegionsSelling(id: string): Promise<string[]> {
  const [answer] = await askEngine([{ filters: { product_id: id, is_first_region: true }, take: 1 }]);
  return answer?.documents[0]?.region_ids ?? [];
}

/** The countries where each product is sold, by its handle, in the order of `MARKETS`; for the sitemap. */
export async function listProductCountries(): Promise<Map<string, Country[]>> {
  const version = await getVersion();
  return new Map(await readProductCountries(version));
}

/** @param version as for `readHits` */
async function readProductCountries(version: string): Promise<[string, Country[]][]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions, `product-countries:${version}`);
  return fallbackDuringBuild([], async () => {
    const regions = await listRegions();
    const countries = MARKETS.map(({ country }) => country);
    const toCountries = (ids: readonly string[]) => {
      const selling = regions.filter(({ id }) => ids.includes(id));
      return countries.filter((country) => selling.some((region) => includesCountry(region, country)));
    };
    const sold: [string, Country[]][] = [];
    for (let skip = 0; ; skip += BATCH) {
      const filters = { is_first_region: true };
      const [answer] = await askEngine([{ filters, order: { handle: "ASC" }, skip, take: BATCH }]);
      const documents = answer?.documents ?? [];
      for (const { handle, region_ids } of documents) sold.push([handle, toCountries(region_ids)]);
      if (documents.length < BATCH) return sold.filter(([, found]) => found.length > 0);
    }
  });
}

/** The picture of a product; in a list that is filtered by a colour, of the product in it. */
function getPicture(
  { title, picture, option_pictures: own }: EngineDocument,
  { options }: Pick<ListFilters, "options"> = NO_FILTERS,
): Picture | null {
  const [inChoice] = listOptionKeys(options).flatMap((key) =>
    own.filter((each) => each.startsWith(`${key} `)).map((each) => each.slice(key.length + 1)),
  );
  const url = inChoice ?? picture;
  return url ? { url, alt: title } : null;
}

function toCard(document: EngineDocument): ProductCard {
  const { handle, title, currency_code: currency, original_price: original } = document;
  return {
    handle,
    title,
    subtitle: document.subtitle ?? "",
    picture: getPicture(document),
    price: { amount: document.price, currency },
    originalPrice: typeof original === "number" ? { amount: original, currency } : null,
    hasPriceRange: document.has_price_range,
    isSoldOut: !document.is_in_stock,
  };
}
