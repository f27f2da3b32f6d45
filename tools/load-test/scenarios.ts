import { Random } from "../../e2e/support/random";
import { checkState, ScenarioFailed } from "./http/visit";
import type { Scenario } from "./plan";
import * as account from "./scenarios/account";
import * as cart from "./scenarios/cart";
import * as checkOut from "./scenarios/check-out";
import * as requests from "./scenarios/requests";
import * as revocation from "./scenarios/revocation";
import type { Shopper } from "./shopper";

/** By the names of their functions. */
const SCENARIOS: Record<Scenario, (shopper: Shopper, random: Random) => Promise<void>> = {
  ...account,
  ...cart,
  ...checkOut,
  ...requests,
  ...revocation,
};

/** Runs the shopper's next scenario. One that fails is counted where it fails, and is over. */
export async function runNextScenario(shopper: Shopper): Promise<void> {
  const { kind, seed } = shopper.nextStep();
  try {
    await SCENARIOS[kind](shopper, new Random(seed));
    await keepAlive(shopper);
  } catch (error) {
    if (!(error instanceof ScenarioFailed)) throw error;
  }
}

/** A request of each browser whose session would otherwise expire. */
async function keepAlive(shopper: Shopper): Promise<void> {
  const now = performance.now();
  const idle = shopper.signedInBrowsers.filter(({ session }) => session?.isIdle(now));
  await Promise.all(idle.map((browser) => checkState({ shopper, browser })));
}
