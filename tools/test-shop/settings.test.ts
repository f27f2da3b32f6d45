import { expect, it } from "vitest";
import { readSettings } from "../stack/settings";
import { readTestSettings } from "./settings";

it("a test shop shares nothing with the demo's", () => {
  const demo = readSettings({});
  const test = readTestSettings({});
  const ports = Object.values(test.ports);
  expect(new Set(ports).size).toBe(10);
  expect(ports).not.toEqual(expect.arrayContaining([demo.ports.storefront]));
  expect(test.dataDir).not.toBe(demo.dataDir);
  expect(test.distDir).not.toBe(demo.distDir);
});

it("never touches a database that the shell names", () => {
  const test = readTestSettings({ DATABASE_URL: "postgres://precious/shop" });
  expect(test.externalDatabases).toBeUndefined();
  expect(test.environment).not.toHaveProperty("DATABASE_URL");
});

it("moves all its ports with one variable", () => {
  expect(readTestSettings({ E2E_PORT: "9400" }).ports).toMatchObject({ storefront: 9400, control: 9405 });
  expect(() => readTestSettings({ E2E_PORT: "none" })).toThrow('E2E_PORT is "none"');
});
