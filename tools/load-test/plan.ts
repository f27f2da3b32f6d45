import { drawSteps, type Step } from "../../e2e/model/step";
import { Random } from "../../e2e/support/random";

/** How often each scenario is drawn. Passwords are expensive: each costs the backend half a second of one core. */
const GUEST_WEIGHTS = {
  browseCatalog: 3,
  viewPage: 3,
  fetchPayload: 2,
  sendConcurrentRequests: 2,
  dropResponses: 1,
  addToCart: 3,
  changeQuantity: 2,
  removeLine: 1,
  checkOut: 1,
} as const;

const CUSTOMER_WEIGHTS = {
  ...GUEST_WEIGHTS,
  sendConcurrentRequests: 4,
  dropResponses: 3,
  signIn: 4,
  signOut: 2,
  signOutOthers: 2,
  signOutEverywhere: 1,
  changePassword: 1,
  tryPassword: 1,
  replayRevokedToken: 1,
} as const;

export type Scenario = keyof typeof CUSTOMER_WEIGHTS | "register";

export type ShopperPlan = { hasAccount: boolean; browsers: number; steps: Step<Scenario>[] };

/** After so many steps a shopper begins again with the first. */
const STEPS = 120;
const BROWSERS = [1, 2, 2, 3];
const CUSTOMERS_IN_TEN = 7;
/** A customer registers after at most so many scenarios. */
const MAX_STEPS_BEFORE_REGISTRATION = 3;

/**
 * The steps of each shopper, the same for the same seed. When steps of different shoppers happen, and in which order
 * their requests arrive, is left to the machine.
 */
export function makePlan({ seed, shoppers }: { seed: number; shoppers: number }): ShopperPlan[] {
  const random = new Random(seed);
  return Array.from({ length: shoppers }, () => planShopper(new Random(random.seed())));
}

function planShopper(random: Random): ShopperPlan {
  if (random.below(10) >= CUSTOMERS_IN_TEN)
    return { hasAccount: false, browsers: 1, steps: drawSteps(GUEST_WEIGHTS, STEPS, random) };
  const steps: Step<Scenario>[] = [
    ...drawSteps(GUEST_WEIGHTS, random.below(MAX_STEPS_BEFORE_REGISTRATION), random),
    { kind: "register", seed: random.seed() },
  ];
  steps.push(...drawSteps(CUSTOMER_WEIGHTS, STEPS - steps.length, random));
  return { hasAccount: true, browsers: random.pick(BROWSERS), steps };
}
