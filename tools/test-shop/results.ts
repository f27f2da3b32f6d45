import { readFileSync } from "node:fs";

export type Results = { passed: number; failed: number; skipped: number };

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

type VitestCount =
  "numPassedTests" | "numFailedTests" | "numFailedTestSuites" | "numPendingTests" | "numTodoTests";

/** Counts Playwright's JSON report. A spec that failed first and passed later has failed. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Results {
  const failed = stats.unexpected + stats.flaky;
  // Errors outside any test, such as a spec that does not compile, are counted nowhere else.
  return { passed: stats.expected, failed: failed === 0 ? errors.length : failed, skipped: stats.skipped };
}

/** Counts Vitest's JSON report. A file that does not load is a failure without a test. */
export function countVitest(report: Record<VitestCount, number>): Results {
  const failed = report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

export function sumResults(results: Results[]): Results {
  const total = (key: keyof Results) => results.reduce((sum, result) => sum + result[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

/** "12 passed, 0 failed". */
export function describeResults({ passed, failed, skipped }: Results): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Counts a report. One that was never written, or is of nothing, is one failure. */
export function readResults<Report>(file: string, count: (report: Report) => Results): Results {
  try {
    const results = count(JSON.parse(readFileSync(file, "utf8")) as Report);
    if (results.passed + results.failed > 0) return results;
  } catch {
    // Counted below.
  }
  return { passed: 0, failed: 1, skipped: 0 };
}
