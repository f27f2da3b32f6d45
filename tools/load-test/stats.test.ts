import { expect, it } from "vitest";
import { reportResult } from "./load-test";
import { Stats, type Fault } from "./stats";

const SIZE = { shoppers: 2, seconds: 20, instances: 2, seed: 7 };
const FAULT: Fault = {
  kind: "cart",
  who: "shopper 1",
  request: "GET /",
  what: "is wrong",
  history: ["1 s"],
};

function newStats() {
  const stats = new Stats();
  for (let milliseconds = 1; milliseconds <= 100; milliseconds += 1) stats.addResponse("page", milliseconds);
  stats.addResponse("order", 1_234.4);
  stats.addEvent("orders placed");
  return stats;
}

it("Times are told by kind, as they were measured, the most frequent first", () => {
  const { latencies } = newStats();
  expect(Object.keys(latencies)).toEqual(["page", "order"]);
  expect(latencies).toEqual({
    page: { requests: 100, p50: 50, p95: 95, p99: 99, max: 100 },
    order: { requests: 1, p50: 1_234, p95: 1_234, p99: 1_234, max: 1_234 },
  });
});

it("A load test is clean when something was asked and nothing was found", () => {
  expect(newStats().isClean).toBe(true);
  expect(new Stats().isClean).toBe(false);
  const failed = newStats();
  failed.addError("503 (page)");
  expect(failed.isClean).toBe(false);
  const faulty = newStats();
  faulty.addFault(FAULT);
  expect(faulty.isClean).toBe(false);
});

it("Everything is counted, zeros as well, and of many faults the first are kept", () => {
  const stats = newStats();
  for (let count = 0; count < 60; count += 1) stats.addFault(FAULT);
  expect(stats.faultCounts).toEqual({
    "foreign canaries": 0,
    "wrong carts": 60,
    "wrong orders": 0,
    "sign-outs not asked for": 0,
    "revoked sessions accepted": 0,
  });
  expect(stats.faults).toHaveLength(50);
  expect(reportResult(stats, SIZE)).toMatchObject({ isClean: false, seed: 7, requests: 101 });
});

it("The line of progress says how far it is", () => {
  expect(newStats().describeProgress(10_000)).toBe(
    "  10 s: 101 requests, 10 a second, 1 orders, 0 faults, 0 errors",
  );
});
