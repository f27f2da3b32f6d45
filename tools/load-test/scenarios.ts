import { ScenarioFailed } from "./http/visit";
import type { Shopper } from "./model/shopper";
import type { Scenario } from "./plan";
import { Random } from "./random";
import { register, signIn, tryPassword } from "./scenarios/account";
import { addToCart, changeQuantity, removeLine } from "./scenarios/cart";
import { checkOut } from "./scenarios/check-out";
import {
  browseCatalog,
  dropResponses,
  fetchPayload,
  keepAlive,
  sendConcurrentRequests,
  viewPage,
} from "./scenarios/requests";
import {
  changePassword,
  replayRevokedToken,
  signOut,
  signOutEverywhere,
  signOutOthers,
} from "./scenarios/revocation";

const SCENARIOS: Record<Scenario, (shopper: Shopper, random: Random) => Promise<void>> = {
  "browse-catalog": browseCatalog,
  "view-page": viewPage,
  "fetch-payload": fetchPayload,
  "concurrent-requests": sendConcurrentRequests,
  "drop-responses": dropResponses,
  "add-to-cart": addToCart,
  "change-quantity": changeQuantity,
  "remove-line": removeLine,
  "check-out": checkOut,
  register,
  "sign-in": signIn,
  "sign-out": signOut,
  "sign-out-others": signOutOthers,
  "sign-out-everywhere": signOutEverywhere,
  "change-password": changePassword,
  "try-password": tryPassword,
  "replay-revoked-token": replayRevokedToken,
};

/** Runs the shopper's next scenario. One that fails is counted where it fails, and is over. */
export async function runNextScenario(shopper: Shopper): Promise<void> {
  const { scenario, seed } = shopper.nextStep();
  try {
    await SCENARIOS[scenario](shopper, new Random(seed));
    await keepAlive(shopper);
  } catch (error) {
    if (!(error instanceof ScenarioFailed)) throw error;
  }
}
