import fc from "fast-check";
import { expect, test } from "vitest";
import { act, addLines, type Lines, viewOf } from "./model";
import { planCrowd, type Plan } from "./plan";

const anyPlan = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(planCrowd);
const check = (holds: (plan: Plan) => void) => fc.assert(fc.property(anyPlan, holds), { numRuns: 50 });

test("A plan has at least 200 steps at 20 browsers, and everything that can be done is done in it", () => {
  check(({ owners, steps }) => {
    expect(owners.length).toBeGreaterThanOrEqual(20);
    expect(steps.length).toBeGreaterThanOrEqual(200);
    const kinds = new Set(steps.map(({ action }) => action.kind));
    expect(kinds.size).toBe(8);
  });
});

test("The same seed gives the same plan, and another one another", () => {
  check((plan) => {
    expect(planCrowd(plan.seed)).toEqual(plan);
    expect(planCrowd(plan.seed + 1).steps).not.toEqual(plan.steps);
  });
});

test("What somebody does is seen by nobody else", () => {
  check(({ owners, start, steps }) => {
    let before = start;
    for (const { seat, after } of steps) {
      owners.forEach((owner, other) => {
        const isSame = other === seat || (owner !== null && owner === owners[seat]);
        if (!isSame) expect(viewOf(after, other)).toEqual(viewOf(before, other));
      });
      before = after;
    }
  });
});

const count = (lines: Lines) => Object.values(lines).reduce((sum, quantity) => sum + quantity, 0);

test("Checking out empties the cart into one order, and no other step makes or loses one", () => {
  check(({ start, steps }) => {
    let before = start;
    for (const { seat, action, after } of steps) {
      const [was, is] = [before, after].map((world) =>
        [...world.accounts, ...world.seats].flatMap(({ orders }) => orders),
      );
      expect(is?.length).toBe((was?.length ?? 0) + (action.kind === "check out" ? 1 : 0));
      if (action.kind === "check out") {
        expect(count(viewOf(before, seat).lines)).toBeGreaterThan(0);
        expect(viewOf(after, seat).lines).toEqual({});
      }
      before = after;
    }
  });
});

test("Signing in joins both carts, for every device; signing out leaves the account its cart", () => {
  const start = planCrowd(1).start;
  expect(viewOf(start, 0)).toEqual({ name: 0, lines: {} });
  const signedOut = act(act(start, 0, { kind: "add", thing: 1 }), 0, { kind: "sign out" });
  expect(viewOf(signedOut, 0)).toEqual({ name: null, lines: {} });
  const guest = act(act(signedOut, 0, { kind: "add", thing: 1 }), 0, { kind: "add", thing: 2 });
  const second = planCrowd(1).owners.indexOf(0, 1);
  for (const seat of [0, second])
    expect(viewOf(act(guest, 0, { kind: "sign in" }), seat).lines).toEqual({ 1: 2, 2: 1 });
});

test("A new password signs the other device out, and nobody else", () => {
  const { start, owners } = planCrowd(1);
  const second = owners.indexOf(0, 1);
  const after = act(start, 0, { kind: "change password" });
  const signedOut = owners.flatMap((owner, seat) =>
    owner !== null && viewOf(after, seat).name === null ? seat : [],
  );
  expect(signedOut).toEqual([second]);
});

test("A quantity of none takes the line away", () => {
  const filled = act(planCrowd(1).start, 0, { kind: "add", thing: 3 });
  expect(viewOf(act(filled, 0, { kind: "change", thing: 3, quantity: 0 }), 0).lines).toEqual({});
  expect(addLines({ 1: 2 }, { 1: 1, 3: 1 })).toEqual({ 1: 3, 3: 1 });
});
