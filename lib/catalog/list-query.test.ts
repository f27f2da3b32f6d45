import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FIRST_PAGE,
  getListHref,
  hasFilters,
  NO_FILTERS,
  normalizeListParams,
  parseListQuery,
  toListParams,
} from "@/lib/catalog/list-query";

const entry = (value: string) => ({ value, label: value.toUpperCase() });
const VOCABULARY = {
  options: [
    { name: "size", title: "Size", values: [entry("s"), entry("m")] },
    { name: "colour", title: "Colour", values: [entry("ink"), entry("oat")] },
  ],
  categories: [{ ...entry("hats"), parent: null }],
  collections: [entry("city-rain")],
  materials: [entry("wool")],
};

const parse = (search: string) => parseListQuery(Object.fromEntries(new URLSearchParams(search)), VOCABULARY);
const canonical = (search: string) => toListParams(parse(search)).toString();

test("every spelling of a choice has one address, in one order", () => {
  const address =
    "colour=ink&size=m&category=hats&collection=city-rain&material=wool&min=20&max=80.5&in-stock=1&reduced=1&sortBy=price_asc&page=2";
  expect(canonical(address)).toBe(address);
  expect(canonical(address.split("&").toReversed().join("&"))).toBe(address);
  expect(canonical("max=080.50&min=20.0&page=1&sortBy=featured")).toBe("min=20&max=80.5");
});

test.each([
  "colour=sky",
  "colour=INK",
  "shoe=1",
  "category=Hats&material=",
  "min=-1&max=1e9",
  "min=0",
  "in-stock=yes&reduced=true",
  "sortBy=random&page=0",
  "__proto__=x&constructor=y",
])("%s is the plain page", (junk) => {
  expect(parse(junk)).toEqual(FIRST_PAGE);
});

test("of a repeated parameter the first counts, and a highest price below the lowest does not", () => {
  expect(parseListQuery({ colour: ["oat", "ink"] }, VOCABULARY).filters.options).toEqual({ colour: "oat" });
  expect(parse("min=50&max=20").filters).toEqual({ ...NO_FILTERS, min: 50 });
});

test("parsing what was written gives the same again, whatever was typed", () => {
  const names = fc.constantFrom(
    "colour",
    "size",
    "category",
    "min",
    "max",
    "page",
    "sortBy",
    "in-stock",
    "x",
  );
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), (given) => {
      const query = parseListQuery(given, VOCABULARY);
      expect(parse(toListParams(query).toString())).toEqual(query);
    }),
  );
});

test("an address keeps what was searched for in front", () => {
  expect(getListHref("/us/store", FIRST_PAGE)).toBe("/us/store");
  expect(getListHref("/us/search", { ...FIRST_PAGE, page: 2 }, "wool hat")).toBe(
    "/us/search?q=wool+hat&page=2",
  );
  expect(hasFilters(NO_FILTERS)).toBe(false);
  expect(hasFilters({ ...NO_FILTERS, isReduced: true })).toBe(true);
});

test.each([
  ["colour=ink&size=&min=&max=", "colour=ink"],
  ["size=m&colour=ink&colour=oat", "colour=ink&size=m"],
  ["page=1&sortBy=featured&reduced=1&fit=slim&min=080.50", "fit=slim&min=80.5&reduced=1"],
  ["size=m&q=wool+hat&utm_source=x", "q=wool+hat&size=m&utm_source=x"],
  ["size=", ""],
])("%s is addressed as %s", (given, address) => {
  expect(normalizeListParams(new URLSearchParams(given)).toString()).toBe(address);
});

test("the address of a query is normal already", () => {
  const full =
    "colour=ink&size=m&category=hats&collection=city-rain&material=wool&min=20&max=80.5&in-stock=1&reduced=1&sortBy=name&page=2";
  expect(canonical(full)).toBe(full);
  expect(normalizeListParams(new URLSearchParams(full)).toString()).toBe(full);
});
