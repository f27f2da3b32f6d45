import { expect, it } from "vitest";
import { deduplicate } from "./cache-invalidations";

it("keeps one entry per type and id, the latest", () => {
  const entries = deduplicate([
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
