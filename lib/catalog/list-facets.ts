import "server-only";
import type { EngineFacet, EngineFilters, EngineQuery, EngineResult } from "@/lib/catalog/engine";
import type { ListFilters, ListQuery, Vocabulary } from "@/lib/catalog/list-query";
import { ENGINE_ORDER, SORTS } from "@/lib/catalog/sort";

/** What a list is about before anything is chosen. `text`: searched for. */
export type ListBase = { category?: string; collection?: string; text?: string };

type FilterValue = { value: string; label: string; count: number };
/** `name`: of the parameter in the address. */
export type FilterGroup = { name: string; title: string; values: FilterValue[] };

/** How many products each further choice would leave; for a group with a choice, each other one in its place. */
export type ListFacets = {
  groups: FilterGroup[];
  price: { min: number; max: number } | null;
  inStockCount: number;
  reducedCount: number;
};

const NO_FACETS: ListFacets = { groups: [], price: null, inStockCount: 0, reducedCount: 0 };

/** `total`: how many products the list has. */
type FacetAnswers = { answers: readonly EngineResult[]; total: number };

type Place = { base: ListBase; query: ListQuery };
type PlaceInRegion = Place & { regionId: string };

/** More values than a list shows of one group. */
const LIMIT = 500;

/** "colour=ink" for each chosen option, in the order of `medusa/src/search/option-keys.ts`. */
export const listOptionKeys = (options: ListFilters["options"]) =>
  Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();

/** Where the engine keeps options: those of all variants, or of those in stock. */
function getOptionFields(isInStock: boolean): { single: string; combined: string } {
  return isInStock
    ? { single: "options_in_stock", combined: "option_combinations_in_stock" }
    : { single: "options", combined: "option_combinations" };
}

function toEngineFilters({ regionId, base }: PlaceInRegion, filters: ListFilters): EngineFilters {
  const { options, category, collection, material, min, max, isInStock, isReduced } = filters;
  const keys = listOptionKeys(options);
  const fields = getOptionFields(isInStock);
  const categories = [base.category, category].flatMap((handle) => handle ?? []);
  const inCollection = base.collection ?? collection;
  return {
    region_id: regionId,
    ...(base.text === undefined ? {} : { q: base.text }),
    ...(categories.length > 0 ? { categories: { $contains: categories } } : {}),
    ...(inCollection ? { collection: inCollection } : {}),
    ...(material ? { materials: [material] } : {}),
    ...(min !== null || max !== null ? { price: { $gte: min ?? undefined, $lte: max ?? undefined } } : {}),
    ...(isInStock ? { is_in_stock: true } : {}),
    ...(isReduced ? { is_reduced: true } : {}),
    ...(keys.length > 0 ? { [keys.length === 1 ? fields.single : fields.combined]: [keys.join("&")] } : {}),
  };
}

/** The values of options that go with the given ones. */
function getOptionFacet(keys: readonly string[], isInStock: boolean): EngineFacet {
  const { single, combined } = getOptionFields(isInStock);
  return keys.length === 0
    ? { field: single, type: "value", limit: LIMIT }
    : { field: combined, type: "value", limit: LIMIT, query: `${keys.join("&")}&` };
}

/** How many of the chosen things are in stock. With options it is the variants that must be. */
function getStockFacet(keys: readonly string[]): EngineFacet {
  const { single, combined } = getOptionFields(true);
  if (keys.length === 0) return { field: "is_in_stock", type: "value", limit: 2 };
  return { field: keys.length === 1 ? single : combined, type: "value", limit: LIMIT, query: keys.join("&") };
}

const value = (field: string): EngineFacet => ({ field, type: "value", limit: LIMIT });

/** A group with a choice is counted as if there was none in it; each such group is a question of its own. */
type Question = { group: string; without: ListFilters; facet: EngineFacet };

function listQuestions(filters: ListFilters): Question[] {
  const ask = (group: string, change: Partial<ListFilters>, facet: EngineFacet) => [
    { group, without: { ...filters, ...change }, facet },
  ];
  return [
    ...Object.keys(filters.options).flatMap((name) => {
      const { [name]: _, ...options } = filters.options;
      return ask(name, { options }, getOptionFacet(listOptionKeys(options), filters.isInStock));
    }),
    ...(filters.category ? ask("category", { category: null }, value("categories")) : []),
    ...(filters.collection ? ask("collection", { collection: null }, value("collection")) : []),
    ...(filters.material ? ask("material", { material: null }, value("materials")) : []),
    ...(filters.min !== null || filters.max !== null
      ? ask("price", { min: null, max: null }, { field: "price", type: "stats" })
      : []),
  ];
}

/** The question for the products of one page. */
export function toPageQuery(place: PlaceInRegion, pageSize: number): EngineQuery {
  const { filters, sort, page } = place.query;
  // Without a sort of its own, what was searched for is in the order of the match.
  const isByMatch = place.base.text !== undefined && sort === SORTS[0];
  return {
    filters: toEngineFilters(place, filters),
    ...(isByMatch ? {} : { order: ENGINE_ORDER[sort] }),
    skip: (page - 1) * pageSize,
    take: pageSize,
  };
}

/**
 * The questions for the counts beside the filters, which are the same for every sort and page: one for the groups without
 * a choice, then one for each group with a choice.
 */
export function toFacetQueries(place: PlaceInRegion): EngineQuery[] {
  const { filters } = place.query;
  const keys = listOptionKeys(filters.options);
  const facets: EngineFacet[] = [
    getOptionFacet(keys, filters.isInStock),
    ...["categories", "collection", "materials"].map(value),
    { field: "price", type: "stats" },
    { field: "is_reduced", type: "value", limit: 2 },
    ...(filters.isInStock ? [] : [getStockFacet(keys)]),
  ];
  const questions = listQuestions(filters).map(({ without, facet }) => ({ without, facets: [facet] }));
  return [{ without: filters, facets }, ...questions].map((question) => ({
    filters: toEngineFilters(place, question.without),
    facets: question.facets,
    take: 0,
  }));
}

/** Reads the facets off the answers to `toFacetQueries`. */
export function readFacets(
  { base, query: { filters } }: Place,
  vocabulary: Vocabulary,
  { answers: [main, ...answers], total }: FacetAnswers,
): ListFacets {
  if (!main) return NO_FACETS;
  const questions = listQuestions(filters);
  const answerOf = (group: string) => answers[questions.findIndex((question) => question.group === group)];
  const count = (group: string, field: string) =>
    new Map(((answerOf(group) ?? main).values[field] ?? []).map((each) => [each.value, each.count]));
  const toGroup = (name: string, field: string, values: readonly { value: string; label: string }[]) => {
    const counts = count(name, field);
    return toFilterGroup(
      { name, title: TITLES[name] ?? name, chosen: getChosen(filters, name) },
      values,
      (each) => counts.get(each) ?? 0,
    );
  };
  const keys = listOptionKeys(filters.options);
  const options = vocabulary.options.map(({ name, title, values }) => {
    const others = keys.filter((key) => !key.startsWith(`${name}=`));
    const counts = count(name, getOptionFacet(others, filters.isInStock).field);
    const prefix = others.map((key) => `${key}&`).join("");
    return toFilterGroup(
      { name, title, chosen: getChosen(filters, name) },
      values,
      (each) => counts.get(`${prefix}${name}=${each}`) ?? 0,
    );
  });
  const groups = [
    ...options,
    toGroup(
      "category",
      "categories",
      // Those directly below the list's own, and the chosen one.
      vocabulary.categories.filter(
        ({ value: each, parent }) => parent === (base.category ?? null) || each === filters.category,
      ),
    ),
    ...(base.collection ? [] : [toGroup("collection", "collection", vocabulary.collections)]),
    toGroup("material", "materials", vocabulary.materials),
  ];
  return {
    groups: groups.filter(({ name, values }) => values.length > 1 || isChosen(filters, name)),
    price: (answerOf("price") ?? main).ranges.price ?? null,
    inStockCount: filters.isInStock
      ? total
      : (count("in-stock", getStockFacet(keys).field).get(keys.join("&") || "true") ?? 0),
    reducedCount: filters.isReduced ? total : (count("reduced", "is_reduced").get("true") ?? 0),
  };
}

const TITLES: Record<string, string> = {
  category: "Category",
  collection: "Collection",
  material: "Material",
};

/** The value chosen in a group, or null. */
export function getChosen(filters: ListFilters, name: string): string | null {
  if (name === "category" || name === "collection" || name === "material") return filters[name];
  return filters.options[name] ?? null;
}

const isChosen = (filters: ListFilters, name: string) => getChosen(filters, name) !== null;

/** The values that some product has, and the chosen one, which the form must not lose. */
function toFilterGroup(
  { name, title, chosen }: { name: string; title: string; chosen: string | null },
  values: readonly { value: string; label: string }[],
  getCount: (value: string) => number,
): FilterGroup {
  const counted = values.map(({ value: each, label }) => ({ value: each, label, count: getCount(each) }));
  return { name, title, values: counted.filter((each) => each.count > 0 || each.value === chosen) };
}
