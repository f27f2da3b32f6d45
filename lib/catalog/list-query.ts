import { parseSort, SORTS, type Sort } from "@/lib/catalog/sort";

/** What a list can be narrowed to. Values are as they occur in addresses; amounts in units of the currency. */
export type ListFilters = {
  /** Option name → value: `{ colour: "ink" }`. */
  options: Record<string, string>;
  category: string | null;
  collection: string | null;
  material: string | null;
  min: number | null;
  max: number | null;
  isInStock: boolean;
  isReduced: boolean;
};

export type ListQuery = { filters: ListFilters; sort: Sort; page: number };

export const NO_FILTERS: ListFilters = {
  options: {},
  category: null,
  collection: null,
  material: null,
  min: null,
  max: null,
  isInStock: false,
  isReduced: false,
};

export const FIRST_PAGE: ListQuery = { filters: NO_FILTERS, sort: SORTS[0], page: 1 };

/** What can be filtered by. */
export type Vocabulary = {
  options: { name: string; title: string; values: { value: string; label: string }[] }[];
  categories: { value: string; label: string }[];
  collections: { value: string; label: string }[];
  materials: { value: string; label: string }[];
};

/** A variant's combinations are indexed for this many options (`medusa/src/search/option-keys.ts`). */
const MAX_OPTIONS = 3;

const AMOUNT = /^\d{1,8}(?:\.\d{1,2})?$/;
const PAGE = /^[1-9]\d{0,5}$/;

type Given = Record<string, string | string[] | undefined>;

/**
 * Parses the parameters of an address against what exists. Of a repeated parameter the first counts; unknown names and
 * values count as absent. Never throws.
 */
export function parseListQuery(given: Given, vocabulary: Vocabulary): ListQuery {
  const read = (name: string) => (Object.hasOwn(given, name) ? ([given[name]].flat()[0] ?? "") : "");
  const pick = (name: string, values: readonly { value: string }[]) =>
    values.find(({ value }) => value === read(name))?.value ?? null;
  const options = vocabulary.options.flatMap(({ name, values }) => {
    const value = pick(name, values);
    return value ? [[name, value] as const] : [];
  });
  const min = parseAmount(read("min"));
  const max = parseAmount(read("max"));
  return {
    filters: {
      options: Object.fromEntries(options.slice(0, MAX_OPTIONS)),
      category: pick("category", vocabulary.categories),
      collection: pick("collection", vocabulary.collections),
      material: pick("material", vocabulary.materials),
      min,
      max: min !== null && max !== null && max < min ? null : max,
      isInStock: read("in-stock") === "1",
      isReduced: read("reduced") === "1",
    },
    sort: parseSort(read("sortBy")) ?? SORTS[0],
    page: PAGE.test(read("page")) ? Number(read("page")) : 1,
  };
}

function parseAmount(text: string): number | null {
  return AMOUNT.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** The parameters of a list's address in their one order, without what is usual. */
export function toListParams({ filters, sort, page }: ListQuery): URLSearchParams {
  const { options, category, collection, material, min, max, isInStock, isReduced } = filters;
  const named = Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const all: [string, string | null][] = [
    ...named,
    ["category", category],
    ["collection", collection],
    ["material", material],
    ["min", min === null ? null : String(min)],
    ["max", max === null ? null : String(max)],
    ["in-stock", isInStock ? "1" : null],
    ["reduced", isReduced ? "1" : null],
    ["sortBy", sort === SORTS[0] ? null : sort],
    ["page", page > 1 ? String(page) : null],
  ];
  return new URLSearchParams(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** The address of a list. @param path with the country @param text searched for, if any */
export function getListHref(path: string, query: ListQuery, text?: string): string {
  const params = toListParams(query);
  const all = text ? new URLSearchParams([["q", text], ...params]) : params;
  return all.size > 0 ? `${path}?${all}` : path;
}

export function hasFilters(filters: ListFilters): boolean {
  return toListParams({ ...FIRST_PAGE, filters }).size > 0;
}
