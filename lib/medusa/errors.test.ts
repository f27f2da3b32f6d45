import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { findErrorCode, readErrorDetails } from "@/lib/medusa/errors";

const refused = (message: string) => new AppError("discount-ended", { cause: { status: 400, message } });

test("A refusal is known by its code and not by its words", () => {
  expect(findErrorCode("promotion_ended: In any words.")).toBe("discount-ended");
  expect(findErrorCode("Promotion usage exceeds the limit.")).toBeUndefined();
  expect(findErrorCode("constructor: none of ours")).toBeUndefined();
});

test("What a refusal is about is read, whatever stands in it", () => {
  expect(readErrorDetails(refused('promotion_ended: Ended. ["A [1]","B \\"x\\""]'))).toEqual([
    "A [1]",
    'B "x"',
  ]);
  for (const message of ["promotion_ended: Ended.", 'promotion_ended: ["half', 'x: [1] ["a"'])
    expect(readErrorDetails(refused(message))).toEqual([]);
  expect(readErrorDetails(new Error("no answer"))).toEqual([]);
});
