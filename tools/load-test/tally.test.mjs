// @ts-check
import { expect, it } from "vitest";
import { describeProgress } from "./progress-line.mjs";
import { describeHunt, isClean, reportHunt } from "./report.mjs";
import { Tally } from "./tally.mjs";

const SIZE = { shoppers: 2, seconds: 20, instances: 2, seed: 7 };
/** @type {import("./tally.mjs").Fault} */
const FAULT = {
  kind: "cart",
  who: "shopper 1",
  request: "GET /",
  what: "is wrong",
  trail: ["1 s"],
};

function newTally() {
  const tally = new Tally();
  for (let milliseconds = 1; milliseconds <= 100; milliseconds += 1) tally.addAnswer("page", milliseconds);
  tally.addAnswer("order", 1_234.4);
  tally.addEvent("orders placed");
  return tally;
}

it("Times are told by kind, as they were measured", () => {
  expect(newTally().latencies).toEqual([
    { kind: "page", count: 100, p50: 50, p95: 95, p99: 99, max: 100 },
    { kind: "order", count: 1, p50: 1_234, p95: 1_234, p99: 1_234, max: 1_234 },
  ]);
});

it("A hunt is clean when something was asked and nothing was found", () => {
  expect(isClean(newTally())).toBe(true);
  expect(isClean(new Tally())).toBe(false);
  const failed = newTally();
  failed.addError("503 (page)");
  expect(isClean(failed)).toBe(false);
  const faulty = newTally();
  faulty.addFault(FAULT);
  expect(isClean(faulty)).toBe(false);
});

it("Everything is counted, and of many faults the first are kept", () => {
  const tally = newTally();
  for (let count = 0; count < 60; count += 1) tally.addFault(FAULT);
  expect(tally.faultCounts).toEqual({
    "foreign markers": 0,
    "wrong carts": 60,
    "wrong orders": 0,
    "sign-outs not asked for": 0,
    "revoked sessions accepted": 0,
  });
  expect(tally.faults).toHaveLength(50);
});

it("The table and the file tell zeros as well, and how a fault came about", () => {
  const tally = newTally();
  tally.addFault(FAULT);
  const text = describeHunt(tally);
  expect(text).toMatch(/page +100 +50 +95 +99 +100\n/u);
  expect(text).toMatch(/✓ foreign markers +0\n/u);
  expect(text).toMatch(/✗ wrong carts +1\n/u);
  expect(text).toContain("✗ GET / is wrong (shopper 1)\n    1 s");
  expect(reportHunt(tally, SIZE)).toMatchObject({ isClean: false, seed: 7, requests: 101, faults: [FAULT] });
});

it("The line of progress says how far it is", () => {
  expect(describeProgress(newTally(), 10_000)).toBe(
    "  10 s: 101 requests, 10 a second, 1 orders, 0 faults, 0 errors",
  );
});
