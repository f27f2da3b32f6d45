import { expect, test } from "vitest";
import { listPageNumbers } from "@/components/catalog/page-numbers";

const show = (page: number, count: number) =>
  listPageNumbers(page, count)
    .map((each) => (each.isGap ? "…" : each.page))
    .join(" ");

test("a list of 834 pages links to the first, the last and the neighbours", () => {
  expect(show(1, 834)).toBe("1 2 … 834");
  expect(show(400, 834)).toBe("1 … 399 400 401 … 834");
  expect(show(834, 834)).toBe("1 … 833 834");
});

test("a short list links to all its pages", () => {
  expect(show(2, 3)).toBe("1 2 3");
  expect(show(4, 7)).toBe("1 2 3 4 5 6 7");
});
