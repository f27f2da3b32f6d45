// @ts-check
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Results */

/**
 * What Playwright's JSON report counts; a spec that failed first and passed later has failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Results}
 */
export function countPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky;
  // Errors outside any test, such as a spec that does not compile, are counted nowhere else.
  return { passed: stats.expected, failed: failed === 0 ? errors.length : failed, skipped: stats.skipped };
}

/**
 * What Vitest's JSON report counts; a file that does not load is a failure without a test.
 * @param {Record<"numPassedTests" | "numFailedTests" | "numFailedTestSuites" | "numPendingTests" | "numTodoTests",
 *   number>} report
 * @returns {Results}
 */
export function countVitest(report) {
  const failed = report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/**
 * @param {Results[]} results
 * @returns {Results}
 */
export function sumResults(results) {
  const total = (/** @type {keyof Results} */ key) => results.reduce((sum, result) => sum + result[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

/**
 * "12 passed, 0 failed".
 * @param {Results} results
 */
export function describeResults({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Counts a report; one that was never written, or of nothing, is one failure.
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Results} count
 * @returns {Results}
 */
export function readResults(file, count) {
  try {
    const results = count(JSON.parse(readFileSync(file, "utf8")));
    if (results.passed + results.failed > 0) return results;
  } catch {
    // Counted below.
  }
  return { passed: 0, failed: 1, skipped: 0 };
}
