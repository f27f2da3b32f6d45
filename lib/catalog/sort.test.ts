import { expect, test } from "vitest";
import { ENGINE_ORDER, parseSort, SORTS } from "@/lib/catalog/sort";

test.each(SORTS)(
  "%s ends with the handle, so that equals have one order and no product is on two pages",
  (sort) => {
    expect(Object.keys(ENGINE_ORDER[sort]).at(-1)).toBe("handle");
  },
);

test("an unknown sort is none", () => {
  expect(parseSort("price_asc")).toBe("price_asc");
  expect(parseSort("PRICE_ASC")).toBeUndefined();
});
