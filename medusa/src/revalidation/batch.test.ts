import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Batch } from "./batch";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("flushes entries together that are added within the delay, after the delay at most", () => {
  const handle = vi.fn(() => Promise.resolve());
  const batch = new Batch<string>(100, handle);
  batch.add(["a"]);
  vi.advanceTimersByTime(99);
  batch.add(["b", "c"]);
  expect(handle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(handle.mock.calls).toEqual([[["a", "b", "c"]]]);
});

it("starts a new batch after each flush, and flushes no empty batch", () => {
  const handle = vi.fn(() => Promise.resolve());
  const batch = new Batch<string>(100, handle);
  batch.add([]);
  vi.advanceTimersByTime(500);
  batch.add(["a"]);
  vi.advanceTimersByTime(100);
  batch.add(["b"]);
  vi.advanceTimersByTime(100);
  expect(handle.mock.calls).toEqual([[["a"]], [["b"]]]);
});
