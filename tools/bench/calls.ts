import { type Browser, expect } from "@playwright/test";
import { AMERICAN } from "../../e2e/support/addresses";
import { SCARF } from "../../e2e/support/guest";
import { newIdentity } from "../../e2e/support/identity";
import { measureCosts, type RequestCost } from "../../e2e/support/request-costs";
import { Shopper } from "../../e2e/support/shopper";

type Shop = { browser: Browser; secondBaseUrl: string; dataFolder: string };

const isAction = (cost: RequestCost) => cost.isAction;

/** What actions of a signed-in customer cost: calls of the backend and look-ups of the session. */
export async function measureCalls({
  browser,
  secondBaseUrl,
  dataFolder,
}: Shop): Promise<[action: string, cost: RequestCost | undefined][]> {
  const context = await browser.newContext({ baseURL: secondBaseUrl });
  try {
    const page = await context.newPage();
    const shopper = new Shopper(page, newIdentity("shopper"), { hasScript: true });
    await shopper.register();
    const measure = async (work: () => Promise<unknown>) => {
      const costs = await measureCosts({ page, dataFolder }, work, isAction);
      return costs.filter(isAction);
    };
    await shopper.openProduct(SCARF);
    const add = async () => {
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(shopper.drawer.getByTestId("cart-subtotal")).toBeVisible();
      await shopper.waitForCart();
      await page.keyboard.press("Escape");
    };
    const first = await measure(add);
    const second = await measure(add);
    await shopper.saveAddress(AMERICAN);
    await page.goto("/us/checkout?step=address");
    const review = await measure(async () => {
      await page.getByRole("button", { name: "Straight to the review" }).click();
      await expect(shopper.placeOrderButton).toBeVisible();
    });
    return [
      ["add to cart, the first item", first[0]],
      ["add to cart, one more", second[0]],
      ["straight to the review", review[0]],
    ];
  } finally {
    await context.close();
  }
}
