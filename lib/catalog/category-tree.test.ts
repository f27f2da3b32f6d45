import { expect, test } from "vitest";
import { buildCategoryTree, listAncestors, listChildren } from "./category-tree";

const category = (handle: string, parent: string | null = null) => ({
  handle,
  name: handle,
  description: "",
  parent,
});

const CATEGORIES = [
  category("hats"),
  category("felt", "hats"),
  category("bags"),
  category("fedoras", "felt"),
  category("caps", "hats"),
  category("trilbies", "fedoras"),
];
const namesOf = (categories: readonly { handle: string }[]) => categories.map(({ handle }) => handle);

test("Children are in the admin's order, also at the top", () => {
  expect(namesOf(listChildren(CATEGORIES, null))).toEqual(["hats", "bags"]);
  expect(namesOf(listChildren(CATEGORIES, "hats"))).toEqual(["felt", "caps"]);
});

test.each([
  ["trilbies", ["hats", "felt", "fedoras"]],
  ["hats", []],
  ["unknown", []],
])("Above %s are %j", (handle, ancestors) => {
  expect(namesOf(listAncestors(CATEGORIES, handle))).toEqual(ancestors);
});

test("Categories that are each other's parents have an end", () => {
  const circle = [category("a", "b"), category("b", "a"), category("c", "a")];
  expect(namesOf(listAncestors(circle, "a"))).toEqual(["b"]);
  expect(namesOf(listAncestors(circle, "c"))).toEqual(["b", "a"]);
  expect(buildCategoryTree(circle, 3)).toEqual([]);
});

test("The tree has as many levels as asked for", () => {
  const [hats] = buildCategoryTree(CATEGORIES, 2);
  expect(namesOf(hats?.children ?? [])).toEqual(["felt", "caps"]);
  expect(hats?.children.flatMap(({ children }) => children)).toEqual([]);
});
