import { stripVTControlCharacters } from "node:util";
import type { ExpectedFailure } from "./mutant";

type TestError = { message?: string };
type TestRun = { status: string; errors: TestError[] };
type Spec = { title: string; file: string; ok: boolean; tests: { results: TestRun[] }[] };
type Suite = { specs?: Spec[]; suites?: Suite[] };

/** Playwright's JSON report. */
export type Report = { suites: Suite[]; errors: TestError[] };

/** "broken": it does not build, start or run, so nothing was tried. */
export type Result = { status: "caught" | "survived" | "broken" | "other-reason"; detail: string };

const DETAIL_LINES = 12;
const PASSED = new Set(["passed"]);
const ENDED = new Set(["passed", "failed", "timedOut"]);

/** Whether the expected spec failed, and for the expected reason. */
export function evaluate(report: Report, expected: ExpectedFailure): Result {
  // A spec that was interrupted by the first failure says nothing.
  const ended = listSpecs(report).filter((spec) => isSpec(spec, expected) && hasEnded(spec, ENDED));
  if (ended.length === 0) return { status: "broken", detail: shorten(readMessages(report.errors)) };
  const failed = ended.filter(({ ok }) => !ok);
  if (failed.length === 0) return { status: "survived", detail: "" };
  // Of each run the first error: what fixtures find afterwards may only follow from it.
  const messages = failed.map(({ tests }) =>
    readMessages(tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.slice(0, 1)))),
  );
  const isExpected = messages.every((message) => expected.message.test(message));
  return { status: isExpected ? "caught" : "other-reason", detail: messages.map(shorten).join("\n") };
}

/** Those of the specs that did not run and pass, by the report of a run without any fault. */
export function listUnreliable(report: Report, specs: ExpectedFailure[]): ExpectedFailure[] {
  const ran = listSpecs(report);
  return specs.filter((wanted) => {
    const found = ran.filter((spec) => isSpec(spec, wanted));
    return found.length === 0 || found.some((spec) => !hasEnded(spec, PASSED));
  });
}

function listSpecs({ specs = [], suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(listSpecs)];
}

function isSpec({ file, title }: Spec, wanted: ExpectedFailure): boolean {
  return wanted.file.endsWith(file) && title.includes(wanted.title);
}

function hasEnded({ tests }: Spec, statuses: ReadonlySet<string>): boolean {
  return tests.every(({ results }) => results.some(({ status }) => statuses.has(status)));
}

function readMessages(errors: TestError[]): string {
  return errors.map(({ message = "" }) => stripVTControlCharacters(message)).join("\n");
}

function shorten(message: string): string {
  return message.split("\n").slice(0, DETAIL_LINES).join("\n");
}
