import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logLimited } from "@/lib/log";

beforeEach(() => {
  vi.useFakeTimers();
  globalThis.cloakroomLogLines = undefined;
});
afterEach(() => vi.useRealTimers());

it("says each thing so many times a minute, that it will be quiet, and then nothing until the minute is over", () => {
  const log = vi.fn();
  for (let time = 0; time < 500; time += 1) logLimited("backend", log, "away");
  expect(log).toHaveBeenCalledTimes(20);
  expect(log.mock.lastCall?.join(" ")).toContain("the last line");
  logLimited("session", log, "another thing");
  expect(log).toHaveBeenLastCalledWith("another thing");
  vi.advanceTimersByTime(61_000);
  logLimited("backend", log, "away again");
  expect(log).toHaveBeenLastCalledWith("away again");
});
