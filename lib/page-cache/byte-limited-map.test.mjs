import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteLimitedMap } from "./byte-limited-map.mjs";

test("what was used longest ago goes first, and is told", () => {
  const gone = [];
  const map = new ByteLimitedMap(30, (key) => gone.push(key));
  map.set("a", 1, 10);
  map.set("b", 2, 10);
  map.set("c", 3, 10);
  expect(map.get("a")).toBe(1);
  map.set("d", 4, 10);
  expect(gone).toEqual(["b"]);
  expect(["a", "b", "c", "d"].map((key) => map.get(key))).toEqual([1, undefined, 3, 4]);
});

test("what is larger than all there is room for is not kept", () => {
  const map = new ByteLimitedMap(30, () => undefined);
  map.set("small", 1, 10);
  map.set("large", 2, 31);
  expect(map.get("large")).toBeUndefined();
  expect(map.bytes).toBe(0);
});

const change = fc.record({ key: fc.integer({ min: 0, max: 20 }), bytes: fc.integer({ min: 0, max: 40 }) });

test("whatever is put in and taken out, the limit holds and the count is right", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 200 }), (steps) => {
      const map = new ByteLimitedMap(100, () => undefined);
      for (const [{ key, bytes }, isDeletion] of steps) {
        if (isDeletion) map.delete(String(key));
        else map.set(String(key), { bytes }, bytes);
        expect(map.bytes).toBeLessThanOrEqual(100);
      }
      const held = Array.from({ length: 21 }, (_, key) => map.get(String(key))?.bytes ?? 0);
      expect(map.bytes).toBe(held.reduce((sum, bytes) => sum + bytes, 0));
    }),
  );
});
