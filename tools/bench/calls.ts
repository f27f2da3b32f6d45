import { expect } from "@playwright/test";
import { AMERICAN } from "../../e2e/support/addresses";
import { environment } from "../../e2e/support/environment";
import { SCARF } from "../../e2e/support/guest";
import { newIdentity } from "../../e2e/support/identity";
import { measureCosts, type RequestCost } from "../../e2e/support/request-costs";
import { Shopper } from "../../e2e/support/shopper";
import type { Bench, Table } from "./bench";

const isAction = (cost: RequestCost) => cost.isAction;

/** What actions of a signed-in customer cost: calls of the backend and look-ups of the session. */
export async function measureCalls({ browser }: Bench): Promise<Table> {
  const context = await browser.newContext({ baseURL: environment.secondBaseUrl });
  try {
    const page = await context.newPage();
    const shopper = new Shopper(page, newIdentity("shopper"), { hasScript: true });
    await shopper.register();
    const measure = async (target: string, work: () => Promise<unknown>) => {
      const costs = await measureCosts({ page, dataFolder: environment.dataFolder }, work, isAction);
      const cost = costs.find(isAction);
      return { "backend calls": cost?.backendCalls.length, "session look-ups": cost?.sessionLookups, target };
    };
    await shopper.openProduct(SCARF);
    const add = async () => {
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(shopper.drawer.getByTestId("cart-subtotal")).toBeVisible();
      await shopper.waitForCart();
      await page.keyboard.press("Escape");
    };
    const first = await measure("≤ 4 and 1", add);
    const second = await measure("≤ 4 and 1", add);
    await shopper.saveAddress(AMERICAN);
    await page.goto("/us/checkout?step=address");
    const review = await measure("≤ 8 and 1", async () => {
      await page.getByRole("button", { name: "Straight to the review" }).click();
      await expect(shopper.placeOrderButton).toBeVisible();
    });
    return {
      title: "What an action of a customer costs",
      rows: {
        "add to cart, the first item": first,
        "add to cart, one more": second,
        "straight to the review": review,
      },
    };
  } finally {
    await context.close();
  }
}
