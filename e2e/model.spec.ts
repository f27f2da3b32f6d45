import { randomInt } from "node:crypto";
import type { TestProduct } from "./support/backend-client";
import { ModelTest } from "./model/browser/model-test";
import { createPlan, PRODUCT_COUNT } from "./model/browser/plan";
import { test as base } from "./support/fixtures";

const AMPLE_STOCK = 100_000;

/** Products of this test alone, with stock enough for every order. */
const test = base.extend<{ products: TestProduct[] }>({
  products: async ({ backend }, provide) => {
    const making = Array.from({ length: PRODUCT_COUNT }, () => backend.createProduct({ stock: AMPLE_STOCK }));
    const products = await Promise.all(making);
    await provide(products);
    for (const product of products) await backend.unpublish(product);
  },
});

// Screenshots of this many browsers would take the time that the test is for.
test.use({
  viewport: { width: 800, height: 600 },
  screenshot: "off",
  trace: "off",
});

const SEED = Number(process.env.MODEL_SEED || randomInt(2 ** 31));

/** A fifth of the plan, which takes one worker two minutes. The nightly workflow takes all of it. */
const STEPS = Number(process.env.MODEL_STEPS || 40);

test("However many shop at once, each is shown their own name, cart and orders, and nobody else's", async ({
  guest,
  shopper,
  secondDevice,
  backend,
  products,
}, { annotations }) => {
  test.setTimeout(900_000);
  const { steps, ...whole } = createPlan(SEED);
  const plan = { ...whole, steps: steps.slice(0, STEPS) };
  annotations.push({ type: "MODEL_SEED", description: String(SEED) });
  console.info(`${plan.steps.length} steps of ${plan.shoppers.length} shoppers. MODEL_SEED=${SEED}`);
  await new ModelTest(plan, { guest, shopper, secondDevice, backend, products }).run();
});
