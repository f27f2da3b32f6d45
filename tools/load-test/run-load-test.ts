import { findWrongOrders } from "../../e2e/model/orders";
import { checkOrders as checkByAuditLog } from "../audit-log/orders";
import { withDatabase } from "../stack/database";
import type { Environment } from "../stack/environment";
import { Canaries } from "./canaries";
import { readCatalog } from "./catalog";
import { Client } from "./http/client";
import type { ShopperPlan } from "./plan";
import { runNextScenario } from "./scenarios";
import { Shopper } from "./shopper";
import type { Stats } from "./stats";

/** Where the shop is, and what is counted. */
type Surroundings = { env: Environment; stats: Stats };

export type LoadTestSize = { shoppers: number; seconds: number; instances: number; seed: number };

/** Each scenario sends up to as many requests at once; more would only wait for each other. */
const CONCURRENT_SCENARIOS = 6;
/** Shoppers arrive one after the other in this share of the time, so that the first ones get to every scenario. */
const ARRIVAL_SHARE = 0.6;

/** Lets the shoppers loose on an open shop until the time is over, and then checks their orders. */
export async function runLoadTest(
  plan: ShopperPlan[],
  { seconds, instances }: LoadTestSize,
  { env, stats }: Surroundings,
): Promise<void> {
  const since = new Date();
  const client = new Client([String(env.BASE_URL), String(env.SECOND_BASE_URL)].slice(0, instances));
  try {
    const idleMs = Number.parseInt(String(env.SESSION_IDLE_TTL), 10) * 1_000;
    const context = { client, stats, canaries: new Canaries(), catalog: await readCatalog(env), idleMs };
    const shoppers = plan.map((each, index) => new Shopper(index + 1, each, context));
    await runScenarios(shoppers, seconds);
    await checkOrders(shoppers, since, { env, stats });
  } finally {
    await client.close();
  }
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

/** Checks each order against what was placed, and against the session that placed it by the audit log. */
async function checkOrders(shoppers: Shopper[], since: Date, { env, stats }: Surroundings): Promise<void> {
  const [medusaUrl, storefrontUrl] = [String(env.MEDUSA_DATABASE_URL), String(env.STOREFRONT_DATABASE_URL)];
  const placed = shoppers.flatMap(({ placedOrders }) => placedOrders);
  const owners = shoppers.flatMap(({ account, browsers }) => [...(account ? [account] : []), ...browsers]);
  const emails = owners.map(({ identity }) => identity.email);
  const { disagreements } = await withDatabase(medusaUrl, (medusa) =>
    withDatabase(storefrontUrl, (storefront) => checkByAuditLog({ medusa, storefront }, { since })),
  );
  const byAuditLog = disagreements.map(({ order, record }) => ({
    order: order.id,
    what: `was placed by ${record.customerId ?? "a guest"} and is ${order.customer_id ?? "nobody"}'s`,
  }));
  for (const { order, what } of [...(await findWrongOrders(medusaUrl, placed, emails)), ...byAuditLog])
    stats.addFault({ kind: "order", who: "the backend", request: `order ${order}`, what, history: [] });
}
