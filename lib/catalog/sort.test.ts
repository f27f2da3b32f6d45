import { expect, test } from "vitest";
import { ENGINE_ORDER, parseSort, SORTS } from "@/lib/catalog/sort";

test("every sort ends with the handle, so that equals have one order and no product is on two pages", () => {
  for (const sort of SORTS) expect(Object.keys(ENGINE_ORDER[sort]).at(-1), sort).toBe("handle");
});

test("an unknown sort is none", () => {
  expect(parseSort("price_asc")).toBe("price_asc");
  expect(parseSort("PRICE_ASC")).toBeUndefined();
});
