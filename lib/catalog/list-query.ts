import { parseSort, SORTS, type Sort } from "@/lib/catalog/sort";

/** Of a search text, in characters; longer ones are cut. */
export const MAX_QUERY_LENGTH = 80;

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
  /** `parent`: the value of the category above it, null at the top. */
  categories: { value: string; label: string; parent: string | null }[];
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

/** The names of parameters that are no options, in the order of an address; options come before them by name. */
const FIXED = [
  "category",
  "collection",
  "material",
  "min",
  "max",
  "in-stock",
  "reduced",
  "sortBy",
  "page",
] as const;

/** What the name of an option can be. */
const OPTION = /^[\p{L}\p{N}-]{1,60}$/u;

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);

/** The parameters of a list's address in their one order, without what is usual. */
export function toListParams({ filters, sort, page }: ListQuery): URLSearchParams {
  const { options, category, collection, material, min, max, isInStock, isReduced } = filters;
  const fixed: Record<(typeof FIXED)[number], string | null> = {
    category,
    collection,
    material,
    min: min === null ? null : String(min),
    max: max === null ? null : String(max),
    "in-stock": isInStock ? "1" : null,
    reduced: isReduced ? "1" : null,
    sortBy: sort === SORTS[0] ? null : sort,
    page: page > 1 ? String(page) : null,
  };
  const chosen = FIXED.flatMap((name) => (fixed[name] === null ? [] : [[name, fixed[name]]]));
  return new URLSearchParams([...Object.entries(options).toSorted(byName), ...chosen]);
}

/**
 * The parameters of an address in the order of `toListParams`, without empty, repeated and usual ones, such as a form
 * without script sends; whether their values exist is not looked at. `q` is kept in front, names that no option can have
 * at the end.
 */
export function normalizeListParams(given: URLSearchParams): URLSearchParams {
  const first = new Map<string, string>();
  for (const [name, value] of given) if (!first.has(name)) first.set(name, value);
  const entries = [...first];
  const isFixed = (name: string) => name === "q" || FIXED.some((each) => each === name);
  const options = entries.filter(([name]) => !isFixed(name) && OPTION.test(name)).toSorted(byName);
  const others = entries.filter(([name]) => !isFixed(name) && !OPTION.test(name));
  const fixed = ["q", ...FIXED].flatMap((name): [string, string][] => {
    const value = normalizeValue(name, first.get(name) ?? "");
    return value ? [[name, value]] : [];
  });
  const [text, rest] = [fixed.filter(([name]) => name === "q"), fixed.filter(([name]) => name !== "q")];
  return new URLSearchParams([...text, ...options.filter(([, value]) => value), ...rest, ...others]);
}

/** "" for what is usual, and so is left out. */
function normalizeValue(name: string, value: string): string {
  if ((name === "sortBy" && value === SORTS[0]) || (name === "page" && value === "1")) return "";
  return (name === "min" || name === "max") && AMOUNT.test(value) ? String(Number(value)) : value;
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
