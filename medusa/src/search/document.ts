import { createHash } from "node:crypto";
import { listPublicCategories, type CategoriesById } from "./categories";
import { listMaterials } from "./materials";
import { listOptionKeys, type OptionValue } from "./option-keys";
import { listOptionPictures } from "./option-pictures";
import { listSynonyms } from "./synonyms";

export interface IndexedRegion {
  id: string;
  currency_code: string;
}

export interface IndexedVariant {
  id: string;
  sku: string | null;
  options: OptionValue[];
  picture: string | null;
  isAvailable: boolean;
  /** By region. */
  prices: Map<string, { amount: number; original: number | null }>;
}

export interface IndexedProduct {
  id: string;
  handle: string;
  title: string;
  subtitle: string | null;
  description: string | null;
  status: string;
  material: string | null;
  /** ISO 8601; the engine parses dates from text only. */
  createdAt: string;
  featured: number | null;
  picture: string | null;
  tags: string[];
  categoryIds: string[];
  collection: { id: string; handle: string; title: string } | null;
  salesChannelIds: string[];
  variants: IndexedVariant[];
}

export type ProductDocument = { id: string; product_id: string; hash: string } & Record<string, unknown>;

/** The documents of a product: one for each region in which it has a price; none unless it is published. */
export function buildDocuments(
  product: IndexedProduct,
  regions: readonly IndexedRegion[],
  categories: CategoriesById,
): ProductDocument[] {
  if (product.status !== "published" || product.salesChannelIds.length === 0) return [];
  const sold = regions
    .filter(({ id }) => product.variants.some(({ prices }) => prices.has(id)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const shared = describeProduct(product, categories);
  return sold.map((region, index) => {
    const document = {
      id: `${product.id}:${region.id}`,
      product_id: product.id,
      region_id: region.id,
      region_ids: sold.map(({ id }) => id),
      is_first_region: index === 0,
      ...shared,
      ...describeOffer(product, region),
    };
    return { ...document, hash: hashDocument(document) };
  });
}

/** What a document says whatever the region. */
function describeProduct(product: IndexedProduct, categories: CategoriesById) {
  const listed = listPublicCategories(product.categoryIds, categories);
  const materials = listMaterials(product.material);
  const names = [
    ...listed.map(({ name }) => name),
    product.collection?.title ?? "",
    ...product.tags,
    product.material ?? "",
    ...materials,
    ...new Set(product.variants.flatMap(({ options }) => options.map(({ value }) => value))),
  ];
  const skus = product.variants.flatMap(({ sku }) => sku ?? []);
  return {
    status: product.status,
    sales_channel_ids: product.salesChannelIds.toSorted(),
    handle: product.handle,
    title: product.title,
    sort_title: product.title.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase(),
    subtitle: product.subtitle,
    keywords: [...names, ...listSynonyms([product.title, ...names]), ...skus].filter(Boolean).join(" · "),
    description: product.description,
    picture: product.picture,
    option_pictures: listOptionPictures(product.variants),
    created_at: product.createdAt,
    featured: product.featured,
    categories: listed.map(({ handle }) => handle),
    category_ids: listed.map(({ id }) => id),
    collection: product.collection?.handle ?? null,
    collection_id: product.collection?.id ?? null,
    materials,
  };
}

/** Price, stock and options in a region: those of the variants that have a price there. */
function describeOffer({ variants }: IndexedProduct, region: IndexedRegion) {
  const offered = variants.flatMap((variant) => {
    const price = variant.prices.get(region.id);
    return price ? [{ ...variant, price }] : [];
  });
  const [cheapest] = offered.toSorted((a, b) => a.price.amount - b.price.amount);
  const available = offered.filter(({ isAvailable }) => isAvailable);
  const all = listOptionKeys(offered.map(({ options }) => options));
  const inStock = listOptionKeys(available.map(({ options }) => options));
  const original = cheapest?.price.original ?? null;
  const amount = cheapest?.price.amount ?? 0;
  const isReduced = original !== null && original > amount;
  return {
    currency_code: region.currency_code,
    price: amount,
    original_price: isReduced ? original : null,
    has_price_range: offered.some(({ price }) => price.amount !== amount),
    is_reduced: isReduced,
    is_in_stock: available.length > 0,
    options: all.single,
    option_labels: all.labels,
    option_combinations: all.combined,
    options_in_stock: inStock.single,
    option_combinations_in_stock: inStock.combined,
  };
}

function hashDocument(document: object): string {
  return createHash("sha256").update(JSON.stringify(document)).digest("base64url").slice(0, 22);
}
