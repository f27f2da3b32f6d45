import { type Browser, expect } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { AMERICAN } from "../../e2e/support/addresses";
import { SCARF } from "../../e2e/support/guest";
import { newIdentity } from "../../e2e/support/identity";
import { COUNT_HEADER, readRequestCosts, type RequestCost } from "../../e2e/support/request-costs";
import { Shopper } from "../../e2e/support/shopper";

type Shop = { browser: Browser; secondBaseUrl: string; dataFolder: string };

/** What actions of a signed-in customer cost: calls of the backend and look-ups of the session. */
export async function measureCalls({
  browser,
  secondBaseUrl,
  dataFolder,
}: Shop): Promise<[action: string, cost: RequestCost][]> {
  const context = await browser.newContext({ baseURL: secondBaseUrl });
  try {
    const page = await context.newPage();
    const shopper = new Shopper(page, newIdentity("shopper"), { hasScript: true });
    await shopper.register();
    const measure = (work: () => Promise<unknown>) => measureAction(shopper, dataFolder, work);
    await shopper.openProduct(SCARF);
    const add = async () => {
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(shopper.drawer.getByTestId("cart-subtotal")).toBeVisible();
      await page.keyboard.press("Escape");
    };
    const first = await measure(add);
    const second = await measure(add);
    await page.goto("/us/checkout?step=address");
    await shopper.fillContact(AMERICAN);
    const review = await measure(async () => {
      await page.getByRole("button", { name: "Straight to the review" }).click();
      await expect(shopper.placeOrderButton).toBeVisible();
    });
    return [
      ["add to cart, the first item", first],
      ["add to cart, one more", second],
      ["straight to the review", review],
    ];
  } finally {
    await context.close();
  }
}

/** The cost of the one action that the work sends. */
async function measureAction(
  { page }: Shopper,
  dataFolder: string,
  work: () => Promise<unknown>,
): Promise<RequestCost> {
  const name = randomUUID();
  await page.setExtraHTTPHeaders({ [COUNT_HEADER]: name });
  await work();
  const find = async () => (await readRequestCosts(dataFolder, name)).find(({ isAction }) => isAction);
  await expect.poll(find).toBeDefined();
  const cost = await find();
  if (!cost) throw new Error("The action was not counted.");
  return cost;
}
