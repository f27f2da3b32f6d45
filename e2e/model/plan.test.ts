import fc from "fast-check";
import { expect, test } from "vitest";
import { act, addLines, type Lines, viewOf, type World } from "./state";
import { planCrowd, type Plan, type Step } from "./plan";

const RUNS = { numRuns: 20 };
const anyPlan = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(planCrowd);

/** Each step with the world before it. */
function pairs({ start, steps }: Plan): { before: World; step: Step }[] {
  return steps.map((step, index) => ({ before: steps[index - 1]?.after ?? start, step }));
}

test("A plan has at least 200 steps at 20 browsers, and everything that can be done is done in it", () => {
  fc.assert(
    fc.property(anyPlan, ({ owners, steps }) => {
      expect(owners.length).toBeGreaterThanOrEqual(20);
      expect(steps.length).toBeGreaterThanOrEqual(200);
      expect(new Set(steps.map(({ action }) => action.kind)).size).toBe(8);
    }),
    RUNS,
  );
});

test("The same seed gives the same plan, and another one another", () => {
  fc.assert(
    fc.property(anyPlan, ({ seed, steps }) => {
      const actions = (of: number) =>
        JSON.stringify(planCrowd(of).steps.map(({ seat, action }) => ({ seat, action })));
      expect(actions(seed)).toBe(JSON.stringify(steps.map(({ seat, action }) => ({ seat, action }))));
      expect(actions(seed + 1)).not.toBe(actions(seed));
    }),
    RUNS,
  );
});

test("What somebody does is seen by nobody else", () => {
  const view = (world: World, seat: number) => JSON.stringify(viewOf(world, seat));
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { owners } = plan;
      const isOthers = (owner: number | null, seat: number, acting: number) =>
        seat !== acting && (owner === null || owner !== owners[acting]);
      const disturbed = pairs(plan).flatMap(({ before, step }) =>
        owners.flatMap((owner, seat) =>
          isOthers(owner, seat, step.seat) && view(before, seat) !== view(step.after, seat)
            ? step.number
            : [],
        ),
      );
      expect(disturbed).toEqual([]);
    }),
    RUNS,
  );
});

const count = (lines: Lines) => Object.values(lines).reduce((sum, quantity) => sum + quantity, 0);
const countOrders = ({ accounts, seats }: World) =>
  [...accounts, ...seats].flatMap(({ orders }) => orders).length;

test("Checking out makes one order of what is in the cart, and nothing else makes or loses one", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const [bought, rest] = [true, false].map((isBought) =>
        pairs(plan).filter(({ step }) => (step.action.kind === "check out") === isBought),
      );
      for (const { before, step } of bought ?? []) {
        expect(count(viewOf(before, step.seat).lines)).toBeGreaterThan(0);
        expect(viewOf(step.after, step.seat).lines).toEqual({});
        expect(countOrders(step.after)).toBe(countOrders(before) + 1);
      }
      for (const { before, step } of rest ?? []) expect(countOrders(step.after)).toBe(countOrders(before));
    }),
    RUNS,
  );
});

const { start, owners } = planCrowd(1);
const SECOND = owners.indexOf(0, 1);

test("Signing in joins both carts, for every device; signing out leaves the account its cart", () => {
  expect(viewOf(start, 0)).toEqual({ name: 0, lines: {} });
  const signedOut = act(act(start, 0, { kind: "add", thing: 1 }), 0, { kind: "sign out" });
  expect(viewOf(signedOut, 0)).toEqual({ name: null, lines: {} });
  const guest = act(act(signedOut, 0, { kind: "add", thing: 1 }), 0, { kind: "add", thing: 2 });
  const joined = act(guest, 0, { kind: "sign in" });
  for (const seat of [0, SECOND]) expect(viewOf(joined, seat).lines).toEqual({ 1: 2, 2: 1 });
});

test("A new password signs the other device out, and nobody else", () => {
  const after = act(start, 0, { kind: "change password" });
  const isOut = (owner: number | null, seat: number) => owner !== null && viewOf(after, seat).name === null;
  expect(owners.flatMap((owner, seat) => (isOut(owner, seat) ? seat : []))).toEqual([SECOND]);
});

test("A quantity of none takes the line away", () => {
  const filled = act(start, 0, { kind: "add", thing: 3 });
  expect(viewOf(act(filled, 0, { kind: "change", thing: 3, quantity: 0 }), 0).lines).toEqual({});
  expect(addLines({ 1: 2 }, { 1: 1, 3: 1 })).toEqual({ 1: 3, 3: 1 });
});
