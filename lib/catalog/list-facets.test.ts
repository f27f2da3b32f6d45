import { expect, test } from "vitest";
import type { EngineResult } from "@/lib/catalog/engine";
import { readFacets, toFacetQueries, toPageQuery } from "@/lib/catalog/list-facets";
import { FIRST_PAGE, NO_FILTERS, type ListFilters } from "@/lib/catalog/list-query";

const VOCABULARY = {
  options: [
    {
      name: "colour",
      title: "Colour",
      values: [
        { value: "ink", label: "Ink" },
        { value: "oat", label: "Oat" },
      ],
    },
    {
      name: "size",
      title: "Size",
      values: [
        { value: "s", label: "S" },
        { value: "m", label: "M" },
      ],
    },
  ],
  categories: [],
  collections: [],
  materials: [],
};

const query = (filters: Partial<ListFilters>) => ({ ...FIRST_PAGE, filters: { ...NO_FILTERS, ...filters } });
const ask = (filters: Partial<ListFilters>, base = {}) =>
  toFacetQueries({ regionId: "reg_1", base, query: query(filters) });

const answer = (values: Record<string, Record<string, number>>, count = 0): EngineResult => ({
  documents: [],
  count,
  ranges: {},
  values: Object.fromEntries(
    Object.entries(values).map(([field, counts]) => [
      field,
      Object.entries(counts).map(([value, each]) => ({ value, count: each })),
    ]),
  ),
});

test("chosen options must be those of one variant, and in stock if that is asked for", () => {
  const options = { size: "m", colour: "ink" };
  expect(ask({ options })[0]?.filters).toEqual({
    region_id: "reg_1",
    option_combinations: ["colour=ink&size=m"],
  });
  expect(ask({ options: { size: "m" }, isInStock: true })[0]?.filters).toEqual({
    region_id: "reg_1",
    is_in_stock: true,
    options_in_stock: ["size=m"],
  });
});

test("a chosen category narrows that of the list, and does not replace it", () => {
  expect(ask({ category: "caps" }, { category: "hats" })[0]?.filters).toMatchObject({
    categories: { $contains: ["hats", "caps"] },
  });
  expect(ask({ collection: "other" }, { collection: "city-rain" })[0]?.filters).toMatchObject({
    collection: "city-rain",
  });
});

test("each group with a choice is counted as if there was none in it, and costs one question", () => {
  const questions = ask({ options: { colour: "ink" }, material: "wool", min: 20 });
  expect(questions).toHaveLength(4);
  expect(questions.slice(1).map(({ filters }) => Object.keys(filters).toSorted())).toEqual([
    ["materials", "price", "region_id"],
    ["options", "price", "region_id"],
    ["materials", "options", "region_id"],
  ]);
  expect(
    ask({ options: { a: "1", b: "2", c: "3" }, category: "x", collection: "y", min: 1 }).length,
  ).toBeLessThan(20);
});

test("counts of options follow the other options", () => {
  const place = { base: {}, query: query({ options: { colour: "ink" } }) };
  const main = answer({ option_combinations: { "colour=ink&size=m": 3, "colour=ink&size=s": 1 } }, 4);
  const withoutColour = answer({ options: { "colour=ink": 4, "colour=oat": 2, "size=m": 9 } });
  const { groups } = readFacets(place, VOCABULARY, { answers: [main, withoutColour], total: 4 });
  expect(
    groups.map(({ name, values }) => [name, values.map(({ value, count }) => `${value} ${count}`)]),
  ).toEqual([
    ["colour", ["ink 4", "oat 2"]],
    ["size", ["s 1", "m 3"]],
  ]);
});

test("what is in stock of the chosen options is the variants that are", () => {
  const place = { base: {}, query: query({ options: { colour: "ink" } }) };
  const main = answer({ options_in_stock: { "colour=ink": 2 }, is_in_stock: { true: 4 } }, 4);
  expect(readFacets(place, VOCABULARY, { answers: [main, answer({})], total: 4 }).inStockCount).toBe(2);
  const unfiltered = { base: {}, query: query({}) };
  expect(readFacets(unfiltered, VOCABULARY, { answers: [main], total: 4 }).inStockCount).toBe(4);
});

test("a group in which there is nothing to choose is left out", () => {
  const place = { base: {}, query: query({}) };
  const main = answer({ options: { "colour=ink": 5, "size=s": 2, "size=m": 3 } }, 5);
  expect(readFacets(place, VOCABULARY, { answers: [main], total: 4 }).groups.map(({ name }) => name)).toEqual(
    ["size"],
  );
});

test("without any answer there is nothing to filter by", () => {
  expect(readFacets({ base: {}, query: query({}) }, VOCABULARY, { answers: [], total: 0 })).toMatchObject({
    groups: [],
    price: null,
  });
});

test("a page is asked for in its sort; what was searched for, in the order of the match", () => {
  const place = { regionId: "reg_1", base: {}, query: { ...FIRST_PAGE, sort: "name" as const, page: 3 } };
  expect(toPageQuery(place, 12)).toMatchObject({
    skip: 24,
    take: 12,
    order: { sort_title: "ASC", handle: "ASC" },
  });
  const searched = { ...place, base: { text: "wool" }, query: FIRST_PAGE };
  expect(toPageQuery(searched, 12)).toEqual({
    filters: { region_id: "reg_1", q: "wool" },
    skip: 0,
    take: 12,
  });
});

test("a chosen value stays a choice, by its name, where nothing has it", () => {
  const filters = { options: { colour: "ink" }, category: "hats", min: 99_999 };
  const vocabulary = { ...VOCABULARY, categories: [{ value: "hats", label: "Hats", parent: "all" }] };
  const answers = ask(filters).map(() => answer({}));
  const { groups } = readFacets({ base: {}, query: query(filters) }, vocabulary, { answers, total: 0 });
  expect(groups.map(({ name, values }) => [name, ...values])).toEqual([
    ["colour", { value: "ink", label: "Ink", count: 0 }],
    ["category", { value: "hats", label: "Hats", count: 0 }],
  ]);
});

test("a list can be narrowed to the categories directly below its own", () => {
  const category = (value: string, parent: string | null) => ({ value, label: value, parent });
  const categories = [
    category("hats", null),
    category("bags", null),
    category("caps", "hats"),
    category("felt", "hats"),
    category("fedoras", "felt"),
  ];
  const vocabulary = { ...VOCABULARY, categories };
  const counts = Object.fromEntries(categories.map(({ value }) => [value, 2]));
  const narrow = (base: object) => {
    const answers = [answer({ categories: counts })];
    const { groups } = readFacets({ base, query: query({}) }, vocabulary, { answers, total: 2 });
    return groups.flatMap(({ name, values }) =>
      name === "category" ? values.map(({ value }) => value) : [],
    );
  };
  expect(narrow({})).toEqual(["hats", "bags"]);
  expect(narrow({ category: "hats" })).toEqual(["caps", "felt"]);
  expect(narrow({ category: "caps" })).toEqual([]);
});
