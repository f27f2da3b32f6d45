import { findWrongOrders } from "../../e2e/model/orders";
import { environment } from "../../e2e/support/environment";
import { Random } from "../../e2e/support/random";
import { checkOrders as checkByAuditLog } from "../audit-log/orders";
import { withDatabase } from "../stack/database";
import type { LoadTestBrowser } from "./browser";
import { Canaries } from "./canaries";
import { readCatalog } from "./catalog";
import type { Scenario, ShopperPlan } from "./plan";
import * as account from "./scenarios/account";
import * as cart from "./scenarios/cart";
import * as checkOut from "./scenarios/check-out";
import * as requests from "./scenarios/requests";
import * as revocation from "./scenarios/revocation";
import { Shopper } from "./shopper";
import type { Stats } from "./stats";
import { checkState, ScenarioFailed, type Actor } from "./visit";

/** `idleMs`: the idle time of the shop's sessions. */
type LoadTest = { seconds: number; instances: number; idleMs: number; stats: Stats };

/** By the names of their functions. */
const SCENARIOS: Record<Scenario, (actor: Actor, random: Random) => Promise<void>> = {
  ...account,
  ...cart,
  ...checkOut,
  ...requests,
  ...revocation,
};

const FOR_SIGNED_IN = new Set<Scenario>(["signOut", "signOutOthers", "signOutEverywhere", "changePassword"]);
const FOR_SIGNED_OUT = new Set<Scenario>(["register", "signIn", "tryPassword"]);

/** Each scenario sends up to as many requests at once; more would only wait for each other. */
const CONCURRENT_SCENARIOS = 6;
/** Shoppers arrive one after the other in this share of the time, so that the first ones get to every scenario. */
const ARRIVAL_SHARE = 0.6;

/** Lets the shoppers loose on an open shop until the time is over, and then checks their orders. */
export async function runLoadTest(plan: ShopperPlan[], test: LoadTest): Promise<void> {
  const since = new Date();
  const origins = [environment.baseUrl, environment.secondBaseUrl].slice(0, test.instances);
  const context = { ...test, origins, canaries: new Canaries(), catalog: await readCatalog() };
  const shoppers = plan.map((each, index) => new Shopper(index + 1, each, context));
  await runScenarios(shoppers, test.seconds);
  await checkOrders(shoppers, since, test.stats);
}

async function runScenarios(shoppers: Shopper[], seconds: number): Promise<void> {
  const startedAt = performance.now();
  const elapsedShare = () => (performance.now() - startedAt) / (seconds * 1_000);
  const waiting: Shopper[] = [];
  const coming = [...shoppers];
  const work = async () => {
    while (elapsedShare() < 1) {
      const expected = (shoppers.length * elapsedShare()) / ARRIVAL_SHARE;
      const arrives = shoppers.length - coming.length < expected || waiting.length === 0;
      const shopper = (arrives && coming.shift()) || waiting.shift();
      if (!shopper) return;
      await runNextScenario(shopper);
      waiting.push(shopper);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENT_SCENARIOS, shoppers.length) }, work));
}

/** One that fails is counted where it fails, and is over. Then sessions that would otherwise expire are used. */
async function runNextScenario(shopper: Shopper): Promise<void> {
  const { kind, seed } = shopper.nextStep();
  const random = new Random(seed);
  const possible = listPossibleBrowsers(shopper, kind);
  const run = SCENARIOS[possible.length > 0 ? kind : "viewPage"];
  try {
    await run({ shopper, browser: random.pick(possible.length > 0 ? possible : shopper.browsers) }, random);
    const now = performance.now();
    const idle = shopper.signedInBrowsers.filter(({ session }) => session?.isIdle(now));
    await Promise.all(idle.map((browser) => checkState({ shopper, browser })));
  } catch (error) {
    if (!(error instanceof ScenarioFailed)) throw error;
  }
}

function listPossibleBrowsers(shopper: Shopper, kind: Scenario): readonly LoadTestBrowser[] {
  if (FOR_SIGNED_IN.has(kind)) return shopper.signedInBrowsers;
  if (kind !== "register" && FOR_SIGNED_OUT.has(kind) && !shopper.isRegistered) return [];
  return FOR_SIGNED_OUT.has(kind) ? shopper.signedOutBrowsers : shopper.browsers;
}

/** Checks each order against what was placed, and against the session that placed it by the audit log. */
async function checkOrders(shoppers: Shopper[], since: Date, stats: Stats): Promise<void> {
  const { medusaDatabaseUrl, storefrontDatabaseUrl } = environment;
  const placed = shoppers.flatMap(({ placedOrders }) => placedOrders);
  const owners = shoppers.flatMap((shopper) => [
    ...(shopper.account ? [shopper.account] : []),
    ...shopper.browsers,
  ]);
  const emails = owners.map(({ identity }) => identity.email);
  const { disagreements } = await withDatabase(medusaDatabaseUrl, (medusa) =>
    withDatabase(storefrontDatabaseUrl, (storefront) => checkByAuditLog({ medusa, storefront }, { since })),
  );
  const byAuditLog = disagreements.map(({ order, record }) => ({
    order: order.id,
    what: `was placed by ${record.customerId ?? "a guest"} and is ${order.customer_id ?? "nobody"}'s`,
  }));
  const wrong = [...(await findWrongOrders(medusaDatabaseUrl, placed, emails)), ...byAuditLog];
  for (const { order, what } of wrong)
    stats.addFault({ kind: "order", who: "the backend", request: `order ${order}`, what, history: [] });
}
