import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findMarket } from "./markets";

const STOREFRONT = readFileSync(join(__dirname, "../../../lib/markets.ts"), "utf8");

it("knows every market of the storefront", () => {
  const found = [...STOREFRONT.matchAll(/country: "(\w+)",[^}]*currency: "(\w+)"/gu)];
  expect(found.length).toBeGreaterThan(1);
  for (const [, country = "", currency = ""] of found) expect(findMarket(country, currency)).toBe(country);
});

it("links shoppers of other countries to a market with their currency", () => {
  expect(findMarket("at", "eur")).toBe("de");
  expect(findMarket(null, "gbp")).toBe("gb");
  expect(findMarket("de", "xxx")).toBe("us");
});
