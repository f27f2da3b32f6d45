import { Random } from "../../support/random";
import { drawSteps, type Step } from "../step";
import { requireAt, type ActionKind } from "./action";

/** One step of one browser of one shopper, by their indexes. */
export type PlannedStep = Step<ActionKind> & { number: number; shopper: number; browser: number };

export type Plan = {
  seed: number;
  shoppers: readonly { hasAccount: boolean; browsers: number }[];
  steps: readonly PlannedStep[];
};

/** The number of products on sale. */
export const PRODUCT_COUNT = 4;
/** How often each browser acts. */
const ROUND_COUNT = 10;

/** Seven shoppers with an account, six of them on two devices, and seven guests. */
const SHOPPERS = Array.from({ length: 14 }, (_, index) => ({
  hasAccount: index < 7,
  browsers: index < 6 ? 2 : 1,
}));

/** How often each action is intended in as many rounds as the sum. */
const GUEST_WEIGHTS = { add: 2, browse: 1, change: 1, "check out": 1 } as const;
const CUSTOMER_WEIGHTS = {
  ...GUEST_WEIGHTS,
  add: 3,
  "sign out": 1,
  "sign in": 1,
  rename: 1,
  "change password": 1,
} as const;

/**
 * Draws a plan from a seed. It is divided into rounds in which every browser acts once, so that no session becomes
 * idle.
 */
export function createPlan(seed: number): Plan {
  const random = new Random(seed);
  const browsers = SHOPPERS.flatMap(({ hasAccount, browsers: count }, shopper) =>
    Array.from({ length: count }, (_, browser) => {
      const weights: Partial<Record<ActionKind, number>> = hasAccount ? CUSTOMER_WEIGHTS : GUEST_WEIGHTS;
      return drawSteps(weights, ROUND_COUNT, random).map((step) => ({ ...step, shopper, browser }));
    }),
  );
  const rounds = Array.from({ length: ROUND_COUNT }, (_, round) =>
    random.shuffle(browsers).map((steps) => requireAt(steps, round)),
  );
  return {
    seed,
    shoppers: SHOPPERS,
    steps: rounds.flat().map((step, index) => ({ ...step, number: index + 1 })),
  };
}
