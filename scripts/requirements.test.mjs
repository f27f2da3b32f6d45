// @ts-check
import { expect, it } from "vitest";
import { isAtLeast } from "./requirements.mjs";

it.each([
  ["20.19.0", "20.19", true],
  ["20.19.5", "20.19", true],
  ["22.0.0", "20.19", true],
  ["20.9.0", "20.19", false],
  ["18.20.4", "20.19", false],
  ["20.19.0", "20.19.1", false],
])("Node %s is enough for %s: %s", (version, minimum, isEnough) => {
  expect(isAtLeast(version, minimum)).toBe(isEnough);
});
