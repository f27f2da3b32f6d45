import { Random } from "./random";

/** How often each scenario is drawn. Passwords are expensive: each costs the backend half a second of one core. */
const GUEST_WEIGHTS = {
  "browse-catalog": 3,
  "view-page": 3,
  "fetch-payload": 2,
  "concurrent-requests": 2,
  "drop-responses": 1,
  "add-to-cart": 3,
  "change-quantity": 2,
  "remove-line": 1,
  "check-out": 1,
} as const;

const CUSTOMER_WEIGHTS = {
  ...GUEST_WEIGHTS,
  "concurrent-requests": 4,
  "drop-responses": 3,
  "sign-in": 4,
  "sign-out": 2,
  "sign-out-others": 2,
  "sign-out-everywhere": 1,
  "change-password": 1,
  "try-password": 1,
  "replay-revoked-token": 1,
} as const;

export type Scenario = keyof typeof CUSTOMER_WEIGHTS | "register";

/** `seed`: of the random choices within the scenario. */
export type Step = { scenario: Scenario; seed: number };

export type ShopperPlan = { hasAccount: boolean; browsers: number; steps: Step[] };

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
  const hasAccount = random.below(10) < CUSTOMERS_IN_TEN;
  const registration = random.below(MAX_STEPS_BEFORE_REGISTRATION);
  const guestScenarios = repeatByWeight(GUEST_WEIGHTS);
  const customerScenarios = repeatByWeight(CUSTOMER_WEIGHTS);
  const draw = (index: number): Scenario => {
    if (!hasAccount || index < registration) return random.pick(guestScenarios);
    return index === registration ? "register" : random.pick(customerScenarios);
  };
  const steps = Array.from({ length: STEPS }, (_, index) => ({ scenario: draw(index), seed: random.seed() }));
  return { hasAccount, browsers: hasAccount ? random.pick(BROWSERS) : 1, steps };
}

function repeatByWeight<S extends Scenario>(weights: Record<S, number>): S[] {
  return (Object.keys(weights) as S[]).flatMap((scenario) =>
    Array.from({ length: weights[scenario] }, () => scenario),
  );
}

export function describePlan(plan: ShopperPlan[]): string {
  const customers = plan.filter(({ hasAccount }) => hasAccount);
  const browsers = plan.reduce((sum, shopper) => sum + shopper.browsers, 0);
  const first = plan.slice(0, 3).map(({ steps }, index) => {
    const scenarios = steps.slice(0, 8).map(({ scenario }) => scenario);
    return `  ${index + 1}: ${scenarios.join(", ")}, …`;
  });
  const size = `${plan.length} shoppers, ${customers.length} of them with an account, in ${browsers} browsers`;
  return [`${size}; the first ones:`, ...first].join("\n");
}
