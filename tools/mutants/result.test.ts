import { expect, it } from "vitest";
import { evaluate, listUnreliable } from "./result";

const WANTED = { file: "e2e/order.spec.ts", title: "The order is theirs", message: /Nothing here/u };

function spec(title: string, status: string, ...messages: string[]) {
  const errors = messages.map((message) => ({ message }));
  const results = status === "skipped" ? [] : [{ status, errors }];
  return { title, file: "order.spec.ts", ok: status === "passed", tests: [{ results }] };
}

const report = (...specs: ReturnType<typeof spec>[]) => ({
  suites: [{ specs: [], suites: [{ specs }] }],
  errors: [],
});

const TITLE = "The order is theirs, with JavaScript";

it("a spec that fails about the fault has caught it", () => {
  const failed = report(spec(TITLE, "failed", "\u001b[31mExpected: Nothing here\u001b[39m", "a leak"));
  expect(evaluate(failed, WANTED)).toEqual({ status: "caught", detail: "Expected: Nothing here" });
});

it("what a message says far down counts as well", () => {
  const long = `${"a difference\n".repeat(40)}Nothing here`;
  const { status, detail } = evaluate(report(spec(TITLE, "failed", long)), WANTED);
  expect(status).toBe("caught");
  expect(detail.split("\n").length).toBeLessThan(20);
});

it("a spec that passes has let it survive", () => {
  expect(evaluate(report(spec(TITLE, "passed")), WANTED).status).toBe("survived");
});

it("a spec that fails first of something else has not caught it", () => {
  const failed = report(spec(TITLE, "timedOut", "Test timeout", "Expected: Nothing here"));
  expect(evaluate(failed, WANTED)).toEqual({ status: "other-reason", detail: "Test timeout" });
});

it("another spec's failure is not this one's", () => {
  const failed = report(spec(TITLE, "passed"), spec("Another", "failed", "Nothing here"));
  expect(evaluate(failed, WANTED).status).toBe("survived");
});

it("nothing was tried when the spec did not run, or did not get to an end", () => {
  const errors = [{ message: "No tests found" }];
  expect(evaluate({ suites: [], errors }, WANTED)).toEqual({ status: "broken", detail: "No tests found" });
  expect(evaluate(report(spec(TITLE, "interrupted", "Nothing here")), WANTED).status).toBe("broken");
  expect(evaluate(report(spec(TITLE, "skipped")), WANTED).status).toBe("broken");
});

it("of several with that title, those that the first failure cut off do not count", () => {
  const two = report(spec(TITLE, "failed", "Nothing here"), spec(`${TITLE}, too`, "interrupted", "cut off"));
  expect(evaluate(two, WANTED).status).toBe("caught");
});

it("a spec is sound that has run and passed without a fault", () => {
  expect(listUnreliable(report(spec(TITLE, "passed")), [WANTED])).toEqual([]);
  for (const status of ["failed", "skipped", "interrupted"])
    expect(listUnreliable(report(spec(TITLE, status)), [WANTED])).toEqual([WANTED]);
  expect(listUnreliable(report(), [WANTED])).toEqual([WANTED]);
});
