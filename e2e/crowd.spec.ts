import { randomInt } from "node:crypto";
import type { OwnProduct } from "./backend";
import { Crowd } from "./crowd/crowd";
import { planCrowd, THINGS } from "./crowd/plan";
import { test as base } from "./fixtures";

const PLENTY = 100_000;

/** What the crowd buys, and nobody else; enough of it that nobody has to go without. */
const test = base.extend<{ things: OwnProduct[] }>({
  things: async ({ backend }, provide) => {
    const making = Array.from({ length: THINGS }, () => backend.createProduct({ stock: PLENTY }));
    const things = await Promise.all(making);
    await provide(things);
    for (const thing of things) await backend.withdraw(thing);
  },
});

// Pictures of so many browsers, on a large screen, would take the time that the shop is to be tried in.
test.use({
  viewport: { width: 800, height: 600 },
  screenshot: "off",
  trace: "off",
});

const SEED = Number(process.env.CROWD_SEED || randomInt(2 ** 31));

test("However many shop at once, each is shown their own name, cart and orders, and nobody else's", async ({
  guest,
  shopper,
  secondDevice,
  backend,
  things,
}, { annotations }) => {
  test.setTimeout(900_000);
  const plan = planCrowd(SEED);
  annotations.push({ type: "CROWD_SEED", description: String(SEED) });
  console.info(`${plan.owners.length} browsers take ${plan.steps.length} steps. CROWD_SEED=${SEED}`);
  await new Crowd(plan, { guest, shopper, secondDevice, backend, things }).run();
});
