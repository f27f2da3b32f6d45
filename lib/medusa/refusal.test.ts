import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { findRefusal, readDetails } from "@/lib/medusa/refusal";

const refused = (message: string) => new AppError("discount-ended", { cause: { status: 400, message } });

test("A refusal is known by its code and not by its words", () => {
  expect(findRefusal("promotion_ended: In any words.")).toBe("discount-ended");
  expect(findRefusal("Promotion usage exceeds the limit.")).toBeUndefined();
  expect(findRefusal("constructor: none of ours")).toBeUndefined();
});

test("What a refusal is about is read, whatever stands in it", () => {
  expect(readDetails(refused('promotion_ended: Ended. ["A [1]","B \\"x\\""]'))).toEqual(["A [1]", 'B "x"']);
  for (const message of ["promotion_ended: Ended.", 'promotion_ended: ["half', 'x: [1] ["a"'])
    expect(readDetails(refused(message))).toEqual([]);
  expect(readDetails(new Error("no answer"))).toEqual([]);
});
