import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { padTiming, padFailureTiming } from "@/lib/timing";

vi.mock("node:timers/promises", () => ({
  setTimeout: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const after = (milliseconds: number, act: () => void) =>
  new Promise<void>((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(act());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
  });

it.each([10, 450, 999])("a failure after %d ms is known after a second", async (milliseconds) => {
  const startedAt = Date.now();
  const failure = padFailureTiming(() =>
    after(milliseconds, () => {
      throw new Error("wrong");
    }),
  ).catch(() => Date.now() - startedAt);
  await vi.runAllTimersAsync();
  expect(await failure).toBe(1_000);
});

it("a success is known at once", async () => {
  const startedAt = Date.now();
  const success = padFailureTiming(() => after(10, () => {})).then(() => Date.now() - startedAt);
  await vi.runAllTimersAsync();
  expect(await success).toBe(10);
});

it.each([
  ["a success", () => {}],
  [
    "a failure",
    () => {
      throw new Error("wrong");
    },
  ],
])("%s that must not be told from the other is known after a second", async (_what, act) => {
  const startedAt = Date.now();
  const end = padTiming(() => after(450, act))
    .catch(() => {})
    .then(() => Date.now() - startedAt);
  await vi.runAllTimersAsync();
  expect(await end).toBe(1_000);
});
