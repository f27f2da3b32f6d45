import type { RemoteQueryFunction } from "@medusajs/framework/types";
import { getVariantAvailability, QueryContext } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import type { CategoriesById } from "./categories";
import type { IndexedProduct, IndexedRegion, IndexedVariant } from "./document";

/** Medusa's query; the search module's containers hold little else. */
export type Query = Omit<RemoteQueryFunction, symbol>;

const text = z.string().nullish().catch(null);
const list = <S extends z.ZodType>(entry: S) =>
  z
    .array(entry.nullable().catch(null))
    .nullish()
    .transform((entries) => (entries ?? []).filter((each) => each !== null));

const variantSchema = z.object({
  id: z.string(),
  sku: text,
  thumbnail: text,
  manage_inventory: z.boolean().nullish(),
  allow_backorder: z.boolean().nullish(),
  options: list(z.object({ value: z.string(), option: z.object({ title: z.string() }).nullish() })),
});

const productSchema = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: text,
  description: text,
  status: z.string(),
  material: text,
  created_at: z.coerce.date(),
  thumbnail: text,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  images: list(z.object({ url: z.string(), rank: z.number().nullish() })),
  tags: list(z.object({ value: z.string() })),
  categories: list(z.object({ id: z.string() })),
  collection: z.object({ id: z.string(), handle: z.string(), title: z.string() }).nullish().catch(null),
  sales_channels: list(z.object({ id: z.string() })),
  variants: list(variantSchema),
});
type ProductRow = z.infer<typeof productSchema>;

const FIELDS = [
  "id",
  "handle",
  "title",
  "subtitle",
  "description",
  "status",
  "material",
  "created_at",
  "thumbnail",
  "metadata",
  "images.url",
  "images.rank",
  "tags.value",
  "categories.id",
  "collection.id",
  "collection.handle",
  "collection.title",
  "sales_channels.id",
  "variants.id",
  "variants.sku",
  "variants.thumbnail",
  "variants.manage_inventory",
  "variants.allow_backorder",
  "variants.options.value",
  "variants.options.option.title",
];

interface CatalogContext {
  regions: IndexedRegion[];
  categories: CategoriesById;
}

const regionsSchema = list(z.object({ id: z.string(), currency_code: z.string() }));
const categoriesSchema = list(
  z.object({
    id: z.string(),
    handle: z.string(),
    name: z.string(),
    parent_category_id: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
    is_active: z.boolean(),
    is_internal: z.boolean(),
  }),
);

/** The regions and categories, which all documents depend on. */
export async function readCatalogContext(query: Query): Promise<CatalogContext> {
  const [regions, categories] = await Promise.all([
    query.graph({ entity: "region", fields: ["id", "currency_code"] }),
    readCategories(query),
  ]);
  return { regions: regionsSchema.parse(regions.data), categories };
}

export async function readCategories(query: Query): Promise<CategoriesById> {
  const { data } = await query.graph({
    entity: "product_category",
    fields: ["id", "handle", "name", "parent_category_id", "is_active", "is_internal"],
  });
  return new Map(categoriesSchema.parse(data).map((category) => [category.id, category]));
}

/** Products with the public prices of each region and the stock of their sales channels. */
export async function readProducts(
  query: Query,
  filters: Record<string, unknown>,
  { regions, take }: { regions: readonly IndexedRegion[]; take: number },
): Promise<IndexedProduct[]> {
  const { data } = await query.graph({
    entity: "product",
    fields: FIELDS,
    filters,
    pagination: { take, order: { id: "ASC" } },
  });
  const rows = list(productSchema).parse(data);
  const ids = rows.map(({ id }) => id);
  const [stock, ...prices] = await Promise.all([
    readStock(query, rows),
    ...regions.map((region) => readPrices(query, ids, region)),
  ]);
  const pricesByRegion = new Map(regions.map(({ id }, index) => [id, prices[index] ?? new Map()]));
  return rows.map((row) => toProduct(row, stock, pricesByRegion));
}

type VariantPrices = Map<string, { amount: number; original: number | null }>;

const pricesSchema = list(
  z.object({
    variants: list(
      z.object({
        id: z.string(),
        calculated_price: z
          .object({ calculated_amount: z.number().nullish(), original_amount: z.number().nullish() })
          .nullish(),
      }),
    ),
  }),
);

/** The prices that anybody pays, by variant. */
async function readPrices(
  query: Query,
  ids: readonly string[],
  { id, currency_code }: IndexedRegion,
): Promise<VariantPrices> {
  if (ids.length === 0) return new Map();
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "variants.id", "variants.calculated_price.*"],
    filters: { id: [...ids] },
    pagination: { take: ids.length },
    context: { variants: { calculated_price: QueryContext({ region_id: id, currency_code }) } },
  });
  return new Map(
    pricesSchema.parse(data).flatMap(({ variants }) =>
      variants.flatMap(({ id: variantId, calculated_price: price }) => {
        const amount = price?.calculated_amount;
        if (typeof amount !== "number") return [];
        return [[variantId, { amount, original: price?.original_amount ?? null }] as const];
      }),
    ),
  );
}

/** How many of each managed variant can be sold, in the best stocked sales channel of its product. */
async function readStock(query: Query, rows: readonly ProductRow[]): Promise<ReadonlyMap<string, number>> {
  const stock = new Map<string, number>();
  const channels = new Set(rows.flatMap(({ sales_channels }) => sales_channels.map(({ id }) => id)));
  for (const sales_channel_id of channels) {
    const variant_ids = rows
      .filter(({ sales_channels }) => sales_channels.some(({ id }) => id === sales_channel_id))
      .flatMap(({ variants }) => variants.filter(isManaged).map(({ id }) => id));
    if (variant_ids.length === 0) continue;
    const found = await getVariantAvailability(query, { variant_ids, sales_channel_id });
    for (const [id, { availability }] of Object.entries(found))
      stock.set(id, Math.max(stock.get(id) ?? 0, availability ?? 0));
  }
  return stock;
}

const isManaged = (variant: ProductRow["variants"][number]) =>
  Boolean(variant.manage_inventory) && !variant.allow_backorder;

function toProduct(
  row: ProductRow,
  stock: ReadonlyMap<string, number>,
  pricesByRegion: ReadonlyMap<string, VariantPrices>,
): IndexedProduct {
  const [first] = row.images.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const featured = Number(row.metadata?.featured ?? Number.NaN);
  return {
    id: row.id,
    handle: row.handle,
    title: row.title,
    subtitle: row.subtitle ?? null,
    description: row.description ?? null,
    status: row.status,
    material: row.material ?? null,
    createdAt: row.created_at.toISOString(),
    featured: Number.isFinite(featured) ? featured : null,
    picture: first?.url ?? row.thumbnail ?? null,
    tags: row.tags.map(({ value }) => value).toSorted(),
    categoryIds: row.categories.map(({ id }) => id),
    collection: row.collection ?? null,
    salesChannelIds: row.sales_channels.map(({ id }) => id),
    variants: row.variants
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((variant) => toVariant(variant, stock, pricesByRegion)),
  };
}

function toVariant(
  variant: ProductRow["variants"][number],
  stock: ReadonlyMap<string, number>,
  pricesByRegion: ReadonlyMap<string, VariantPrices>,
): IndexedVariant {
  const priced = [...pricesByRegion].flatMap(([region, prices]) => {
    const price = prices.get(variant.id);
    return price ? [[region, price] as const] : [];
  });
  return {
    id: variant.id,
    sku: variant.sku ?? null,
    picture: variant.thumbnail ?? null,
    options: variant.options.flatMap(({ value, option }) => (option ? [{ title: option.title, value }] : [])),
    isAvailable: !isManaged(variant) || (stock.get(variant.id) ?? 0) > 0,
    prices: new Map(priced),
  };
}
