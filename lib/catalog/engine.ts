import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { searchPublic } from "@/lib/medusa/client";
import { lenientList, optionalAmount, optionalText, parseResponse } from "@/lib/medusa/parse";

/** A filter of the search engine on one field. */
type Condition =
  | string
  | boolean
  | string[]
  | { $contains: string[] }
  | { $gte?: number | undefined; $lte?: number | undefined }
  | { $ne: string };

export type EngineFilters = Record<string, Condition> & { q?: string };

export type EngineFacet =
  | { field: string; type: "value"; limit: number; sort?: "alpha"; query?: string }
  | { field: string; type: "stats" };

export type EngineQuery = {
  filters: EngineFilters;
  facets?: EngineFacet[];
  order?: Readonly<Record<string, "ASC" | "DESC">>;
  skip?: number;
  /** 0 for facets only: then nothing is counted either. */
  take: number;
  /** Also finds words that are only similar to those of `q`, as misspelt ones are; the most similar first. */
  isTolerant?: boolean;
};

const hitSchema = z.object({
  document: z.object({
    product_id: z.string(),
    handle: z.string(),
    title: z.string(),
    subtitle: optionalText,
    picture: optionalText,
    /** "colour=ink https://…" */
    option_pictures: lenientList(z.string(), "picture of an option"),
    currency_code: z.string(),
    price: z.number(),
    original_price: optionalAmount,
    has_price_range: z.boolean(),
    is_in_stock: z.boolean(),
    region_ids: z.array(z.string()).catch([]),
  }),
});
export type EngineDocument = z.infer<typeof hitSchema>["document"];

const facetSchema = z.object({
  values: z.array(z.object({ value: z.string(), count: z.number() })).optional(),
  min: optionalAmount,
  max: optionalAmount,
  count: optionalAmount,
});

const resultSchema = z.object({
  hits: lenientList(hitSchema, "search result"),
  facets: z.record(z.string(), facetSchema).nullish(),
  metadata: z.object({ count: optionalAmount }),
});

const responseSchema = z.object({ results: z.array(resultSchema) });

/** Plain data, so that it can be cached. A field without products has no values, and no range. */
export type EngineResult = {
  documents: EngineDocument[];
  count: number;
  values: Record<string, { value: string; count: number }[]>;
  ranges: Record<string, { min: number; max: number }>;
};

/**
 * Asks the backend's search engine several questions at once (at most 20). It narrows to what is published in the shop's
 * sales channel itself.
 * @throws AppError "unavailable", also for an index that is not filled yet
 */
export async function askEngine(queries: readonly EngineQuery[]): Promise<EngineResult[]> {
  const body = { queries: queries.map(toBody) };
  const response = await searchPublic("/store/search", body).catch((cause: unknown) => {
    if (cause instanceof AppError && ["not-found", "invalid"].includes(cause.code))
      throw new AppError("unavailable", { cause });
    throw cause;
  });
  return parseResponse(responseSchema, response).results.map(({ hits, facets, metadata }) => {
    const found = Object.entries(facets ?? {});
    return {
      documents: hits.map(({ document }) => document),
      count: metadata.count ?? 0,
      values: Object.fromEntries(found.map(([field, { values }]) => [field, values ?? []])),
      ranges: Object.fromEntries(
        found.flatMap(([field, { min, max, count }]) =>
          typeof min === "number" && typeof max === "number" && count ? [[field, { min, max }]] : [],
        ),
      ),
    };
  });
}

/**
 * How similar a word must be (`word_similarity` of PostgreSQL's pg_trgm, 0 to 1) for a misspelt one. One wrong, missing or
 * transposed letter in six comes to 0.4 or more, unrelated words to less.
 */
const MIN_SIMILARITY = 0.4;

function toBody({ filters, facets, order, skip = 0, take, isTolerant }: EngineQuery) {
  return {
    entity: "product",
    filters,
    pagination: { skip, take, ...(order ? { order } : {}) },
    search_options: {
      match_strategy: "last",
      count: take > 0 ? "exact" : "none",
      ...(facets ? { facets } : {}),
      ...(isTolerant
        ? {
            typo_tolerance: true,
            min_score: MIN_SIMILARITY,
            attributes_to_search_on: ["title", "subtitle", "keywords"],
          }
        : {}),
    },
  };
}
