import { expect, it } from "vitest";
import { countPlaywright, countVitest, describeResults, readResults, sumResults } from "./results";

const stats = { expected: 10, unexpected: 1, flaky: 1, skipped: 2 };

it("a spec that passed only when it was tried again has failed", () => {
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 10, failed: 2, skipped: 2 });
});

it("a spec that does not load is a failure", () => {
  const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats: nothing, errors: [{}] }).failed).toBe(1);
  const unit = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  expect(countVitest({ ...unit, numFailedTestSuites: 1 }).failed).toBe(1);
});

it("a report that was never written is a failure", () => {
  expect(readResults("/no/such/report", countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it("sums are said in one plain line", () => {
  const sum = sumResults([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 0 },
  ]);
  expect(describeResults(sum)).toBe("3 passed, 1 failed");
  expect(describeResults({ ...sum, skipped: 4 })).toBe("3 passed, 1 failed, 4 skipped");
});
