import { describe, expect, it } from "vitest";
import { findSearchViolation, SEARCH_LIMITS } from "./request";

const FIELDS = {
  handle: { filterable: true, sortable: true },
  title: {},
  price: { filterable: true, sortable: true, facetable: { types: ["stats"] } },
  options: { filterable: true, facetable: true, retrievable: false },
  status: { filterable: true, retrievable: false },
};

const find = (question: object) =>
  findSearchViolation({ queries: [{ entity: "product", ...question }] }, FIELDS);

it("lets the storefront's questions pass", () => {
  const question = {
    filters: { q: "wool scarf", handle: { $ne: "x" }, options: ["colour=ink"], price: { $gte: 1, $lte: 9 } },
    pagination: { skip: 12, take: 12, order: { price: "ASC", handle: "ASC" } },
    search_options: {
      match_strategy: "last",
      count: "exact",
      facets: ["options", { field: "price", type: "stats" }, { field: "options", type: "value", limit: 500 }],
    },
  };
  expect(find(question)).toBeNull();
  expect(findSearchViolation({ entity: "product", ...question }, FIELDS)).toBeNull();
  expect(find({})).toBeNull();
});

it("lets groups pass", () => {
  const filters = { $or: [{ handle: "a" }, { $not: { handle: "b" } }], $and: [{}] };
  expect(find({ filters })).toBeNull();
});

describe("filters that fail in the engine", () => {
  it.each<object>([
    { $and: 5 },
    { $and: true },
    { $and: "x" },
    { $and: { handle: "a" } },
    { $or: [null] },
    { $or: [1] },
    { $not: null },
    { $not: [{ handle: "a" }] },
    { $and: [{ $or: 5 }] },
    { q: 5 },
    { q: ["a"] },
    { q: { $eq: "a" } },
    { q: null },
    { q: "a".repeat(SEARCH_LIMITS.text + 1) },
    { $and: [{ q: "a" }] },
  ])("%j", (filters) => {
    expect(find({ filters })).toMatch(/filter/);
  });
});

describe("names that are not in the index, or have not that use", () => {
  it.each<object>([
    { filters: { canary: 1 } },
    { filters: { title: "a" } },
    { filters: { constructor: "a" } },
    { pagination: { order: { canary: "ASC" } } },
    { pagination: { order: { title: "ASC" } } },
    { search_options: { facets: ["canary"] } },
    { search_options: { facets: [{ field: "handle" }] } },
    { fields: ["canary"] },
    { fields: ["status"] },
    { entity: "canary" },
  ])("%j", (question) => {
    const violation = find(question);
    expect(violation).not.toBeNull();
    expect(violation).not.toContain("canary");
  });
});

describe("options that the shop does not offer", () => {
  it.each<object>([
    { attributes_to_search_on: ["description"] },
    { attributes_to_search_on: ["title", "title", "title", "title"] },
    { distinct: "handle" },
    { min_score: "0" },
    { highlight: true },
    { disjunctive_facets: true },
    { vector: { value: [1] } },
  ])("%j", (search_options) => {
    expect(find({ search_options })).not.toBeNull();
  });
});

describe("the work of one request", () => {
  const ask = (count: number, question: object) => ({
    queries: Array.from({ length: count }, () => ({ entity: "product", ...question })),
  });

  it("has a limit of questions", () => {
    expect(findSearchViolation(ask(SEARCH_LIMITS.questions, {}), FIELDS)).toBeNull();
    expect(findSearchViolation(ask(SEARCH_LIMITS.questions + 1, {}), FIELDS)).not.toBeNull();
  });

  it("has a limit of facets over all questions", () => {
    const facets = (count: number) => ({ search_options: { facets: Array(count).fill("options") } });
    expect(findSearchViolation(ask(20, facets(2)), FIELDS)).toBeNull();
    expect(findSearchViolation(ask(20, facets(3)), FIELDS)).toMatch(/facets/);
  });

  it("has one question for similar words, or in some fields only", () => {
    const similar = { typo_tolerance: true, min_score: 0.4, attributes_to_search_on: ["title", "keywords"] };
    for (const search_options of [similar, { attributes_to_search_on: ["title"] }]) {
      expect(findSearchViolation(ask(1, { search_options }), FIELDS)).toBeNull();
      expect(findSearchViolation(ask(2, { search_options }), FIELDS)).toMatch(/similar words/);
    }
  });

  it("has a limit of conditions over all questions, lists and groups included", () => {
    const list = { filters: { handle: Array(150).fill("a") } };
    const groups = { filters: { $or: Array.from({ length: 150 }, () => ({ handle: { $like: "%a" } })) } };
    expect(findSearchViolation(ask(1, list), FIELDS)).toBeNull();
    expect(findSearchViolation(ask(2, list), FIELDS)).toMatch(/conditions/);
    expect(findSearchViolation(ask(2, groups), FIELDS)).toMatch(/conditions/);
  });

  it("has a limit of what is skipped, and of a facet's values", () => {
    expect(find({ pagination: { skip: 1e15 } })).not.toBeNull();
    expect(find({ search_options: { facets: [{ field: "options", limit: 1e10 }] } })).not.toBeNull();
  });
});

it.each<unknown>([
  undefined,
  null,
  5,
  "x",
  [],
  { queries: {} },
  { queries: [null] },
  { queries: [], entity: "product" },
])("refuses %j", (body) => {
  expect(findSearchViolation(body, FIELDS)).not.toBeNull();
});
