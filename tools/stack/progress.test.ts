import { expect, it } from "vitest";
import { formatDuration } from "./progress";

it.each([
  [380, "0.4 s"],
  [9_940, "9.9 s"],
  [29_400, "29 s"],
  [125_000, "2 min 5 s"],
])("%d ms is %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
