import { expect, test } from "vitest";
import { US_STATES } from "./us-states";

test("each state is offered once", () => {
  const codes = US_STATES.map(([code]) => code);
  expect(codes).toEqual([...new Set(codes)]);
});
