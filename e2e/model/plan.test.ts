import fc from "fast-check";
import { expect, test } from "vitest";
import { applyAction, addLines, type CartLines, viewOf, type State } from "./state";
import { createPlan, type Plan, type Step } from "./plan";

const RUNS = { numRuns: 20 };
const anyPlan = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(createPlan);

/** Each step with the state before it. */
function pairs({ initialState, steps }: Plan): { before: State; step: Step }[] {
  return steps.map((step, index) => ({ before: steps[index - 1]?.stateAfter ?? initialState, step }));
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
        JSON.stringify(createPlan(of).steps.map(({ client, action }) => ({ client, action })));
      expect(actions(seed)).toBe(JSON.stringify(steps.map(({ client, action }) => ({ client, action }))));
      expect(actions(seed + 1)).not.toBe(actions(seed));
    }),
    RUNS,
  );
});

test("What somebody does is seen by nobody else", () => {
  const view = (state: State, client: number) => JSON.stringify(viewOf(state, client));
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { owners } = plan;
      const isOthers = (owner: number | null, client: number, acting: number) =>
        client !== acting && (owner === null || owner !== owners[acting]);
      const disturbed = pairs(plan).flatMap(({ before, step }) =>
        owners.flatMap((owner, client) =>
          isOthers(owner, client, step.client) && view(before, client) !== view(step.stateAfter, client)
            ? step.number
            : [],
        ),
      );
      expect(disturbed).toEqual([]);
    }),
    RUNS,
  );
});

const count = (lines: CartLines) => Object.values(lines).reduce((sum, quantity) => sum + quantity, 0);
const countOrders = ({ accounts, clients }: State) =>
  [...accounts, ...clients].flatMap(({ orders }) => orders).length;

test("Checking out makes one order of what is in the cart, and nothing else makes or loses one", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const [bought, rest] = [true, false].map((isBought) =>
        pairs(plan).filter(({ step }) => (step.action.kind === "check out") === isBought),
      );
      for (const { before, step } of bought ?? []) {
        expect(count(viewOf(before, step.client).lines)).toBeGreaterThan(0);
        expect(viewOf(step.stateAfter, step.client).lines).toEqual({});
        expect(countOrders(step.stateAfter)).toBe(countOrders(before) + 1);
      }
      for (const { before, step } of rest ?? [])
        expect(countOrders(step.stateAfter)).toBe(countOrders(before));
    }),
    RUNS,
  );
});

const { initialState, owners } = createPlan(1);
const SECOND = owners.indexOf(0, 1);

test("Signing in joins both carts, for every device; signing out leaves the account its cart", () => {
  expect(viewOf(initialState, 0)).toEqual({ nameVersion: 0, lines: {} });
  const signedOut = applyAction(applyAction(initialState, 0, { kind: "add", product: 1 }), 0, {
    kind: "sign out",
  });
  expect(viewOf(signedOut, 0)).toEqual({ nameVersion: null, lines: {} });
  const guest = applyAction(applyAction(signedOut, 0, { kind: "add", product: 1 }), 0, {
    kind: "add",
    product: 2,
  });
  const joined = applyAction(guest, 0, { kind: "sign in" });
  for (const client of [0, SECOND]) expect(viewOf(joined, client).lines).toEqual({ 1: 2, 2: 1 });
});

test("A new password signs the other device out, and nobody else", () => {
  const after = applyAction(initialState, 0, { kind: "change password" });
  const isSignedOut = (owner: number | null, client: number) =>
    owner !== null && viewOf(after, client).nameVersion === null;
  expect(owners.flatMap((owner, client) => (isSignedOut(owner, client) ? client : []))).toEqual([SECOND]);
});

test("A quantity of none takes the line away", () => {
  const filled = applyAction(initialState, 0, { kind: "add", product: 3 });
  expect(viewOf(applyAction(filled, 0, { kind: "change", product: 3, quantity: 0 }), 0).lines).toEqual({});
  expect(addLines({ 1: 2 }, { 1: 1, 3: 1 })).toEqual({ 1: 3, 3: 1 });
});
