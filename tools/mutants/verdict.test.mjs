// @ts-check
import { expect, it } from "vitest";
import { judge, listUnreliable } from "./verdict.mjs";

const WANTED = { file: "e2e/order.spec.ts", title: "The order is theirs", message: /Nothing here/u };

/**
 * @param {string} title
 * @param {string} status
 * @param {string[]} messages
 */
function spec(title, status, ...messages) {
  const errors = messages.map((message) => ({ message }));
  const results = status === "skipped" ? [] : [{ status, errors }];
  return { title, file: "order.spec.ts", ok: status === "passed", tests: [{ results }] };
}

/** @param {ReturnType<typeof spec>[]} specs */
const report = (...specs) => ({ suites: [{ specs: [], suites: [{ specs }] }], errors: [] });

const TITLE = "The order is theirs, with JavaScript";

it("a spec that fails about the fault has caught it", () => {
  const failed = report(spec(TITLE, "failed", "\u001b[31mExpected: Nothing here\u001b[39m", "a leak"));
  expect(judge(failed, WANTED)).toEqual({ verdict: "caught", detail: "Expected: Nothing here" });
});

it("what a message says far down counts as well", () => {
  const long = `${"a difference\n".repeat(40)}Nothing here`;
  const { verdict, detail } = judge(report(spec(TITLE, "failed", long)), WANTED);
  expect(verdict).toBe("caught");
  expect(detail.split("\n").length).toBeLessThan(20);
});

it("a spec that passes has let it survive", () => {
  expect(judge(report(spec(TITLE, "passed")), WANTED).verdict).toBe("survived");
});

it("a spec that fails first of something else has not caught it", () => {
  const failed = report(spec(TITLE, "timedOut", "Test timeout", "Expected: Nothing here"));
  expect(judge(failed, WANTED)).toEqual({ verdict: "other-reason", detail: "Test timeout" });
});

it("another spec's failure is not this one's", () => {
  const failed = report(spec(TITLE, "passed"), spec("Another", "failed", "Nothing here"));
  expect(judge(failed, WANTED).verdict).toBe("survived");
});

it("nothing was tried when the spec did not run, or did not get to an end", () => {
  const errors = [{ message: "No tests found" }];
  expect(judge({ suites: [], errors }, WANTED)).toEqual({ verdict: "broken", detail: "No tests found" });
  expect(judge(report(spec(TITLE, "interrupted", "Nothing here")), WANTED).verdict).toBe("broken");
  expect(judge(report(spec(TITLE, "skipped")), WANTED).verdict).toBe("broken");
});

it("of several with that title, those that the first failure cut off do not count", () => {
  const two = report(spec(TITLE, "failed", "Nothing here"), spec(`${TITLE}, too`, "interrupted", "cut off"));
  expect(judge(two, WANTED).verdict).toBe("caught");
});

it("a spec is sound that has run and passed without a fault", () => {
  expect(listUnreliable(report(spec(TITLE, "passed")), [WANTED])).toEqual([]);
  for (const status of ["failed", "skipped", "interrupted"])
    expect(listUnreliable(report(spec(TITLE, status)), [WANTED])).toEqual([WANTED]);
  expect(listUnreliable(report(), [WANTED])).toEqual([WANTED]);
});
