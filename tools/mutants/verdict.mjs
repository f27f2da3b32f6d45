// @ts-check
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {import("./mutant.mjs").Catch} Catch
 * @typedef {{ status: string, errors: { message?: string }[] }} TestResult
 * @typedef {{ title: string, file: string, ok: boolean, tests: { results: TestResult[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ suites: Suite[], errors: { message?: string }[] }} Report Playwright's JSON report
 * @typedef {"caught" | "survived" | "broken" | "other-reason"} Verdict `broken`: it does not build, start or run, so
 *   nothing was tried
 * @typedef {{ verdict: Verdict, detail: string }} Judgement
 */

const DETAIL_LINES = 12;
const PASSED = new Set(["passed"]);
const ENDED = new Set(["passed", "failed", "timedOut"]);

/**
 * Whether the spec that should have failed did, and for the reason that it should.
 * @param {Report} report
 * @param {Catch} expected
 * @returns {Judgement}
 */
export function judge(report, expected) {
  // One that the first failure has interrupted says nothing.
  const ended = listSpecs(report).filter((spec) => isSpec(spec, expected) && hasEnded(spec, ENDED));
  if (ended.length === 0) return { verdict: "broken", detail: shorten(read(report.errors)) };
  const failed = ended.filter(({ ok }) => !ok);
  if (failed.length === 0) return { verdict: "survived", detail: "" };
  const messages = failed.map(({ tests }) => read(tests.flatMap(({ results }) => firstErrors(results))));
  const isExpected = messages.every((message) => expected.message.test(message));
  return { verdict: isExpected ? "caught" : "other-reason", detail: messages.map(shorten).join("\n") };
}

/**
 * Those of the specs that are not shown to pass: a mutant that they catch would mean nothing.
 * @param {Report} report of a run without any fault
 * @param {Catch[]} specs
 * @returns {Catch[]}
 */
export function listUnreliable(report, specs) {
  const ran = listSpecs(report);
  return specs.filter((wanted) => {
    const found = ran.filter((spec) => isSpec(spec, wanted));
    return found.length === 0 || found.some((spec) => !hasEnded(spec, PASSED));
  });
}

/** @param {Suite} suite @returns {Spec[]} */
function listSpecs({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(listSpecs)];
}

/** @param {Spec} spec @param {Catch} wanted */
function isSpec({ file, title }, wanted) {
  return wanted.file.endsWith(file) && title.includes(wanted.title);
}

/**
 * @param {Spec} spec
 * @param {ReadonlySet<string>} statuses
 */
function hasEnded({ tests }, statuses) {
  return tests.every(({ results }) => results.some(({ status }) => statuses.has(status)));
}

// The first is what went wrong; what fixtures find afterwards may only follow from it.
/** @param {TestResult[]} results */
function firstErrors(results) {
  return results.flatMap(({ errors }) => errors.slice(0, 1));
}

/** @param {{ message?: string }[]} errors */
function read(errors) {
  return errors.map(({ message = "" }) => stripVTControlCharacters(message)).join("\n");
}

/** @param {string} message */
function shorten(message) {
  return message.split("\n").slice(0, DETAIL_LINES).join("\n");
}
