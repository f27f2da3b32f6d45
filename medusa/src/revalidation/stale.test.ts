import { expect, it } from "vitest";
import { unique } from "./stale";

it("keeps one entry per type and id, the latest", () => {
  const entries = unique([
    { type: "product", id: "1", handle: "old" },
    { type: "category", id: "1" },
    { type: "product", id: "2" },
    { type: "product", id: "1", handle: "new" },
  ]);
  expect(entries).toEqual([
    { type: "product", id: "1", handle: "new" },
    { type: "category", id: "1" },
    { type: "product", id: "2" },
  ]);
});
