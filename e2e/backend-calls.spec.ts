import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { AMERICAN } from "./support/addresses";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";
import { COUNT_HEADER, readRequestCosts, type RequestCost } from "./support/request-costs";

test.use({ baseURL: environment.secondBaseUrl });

/** Does something in a page, and returns what its requests have cost, once `isDone` has been answered. */
async function measure(
  page: Page,
  work: () => Promise<void>,
  isDone: (cost: RequestCost) => boolean,
): Promise<RequestCost[]> {
  const name = randomUUID();
  await page.setExtraHTTPHeaders({ [COUNT_HEADER]: name });
  await work();
  const read = () => readRequestCosts(environment.dataFolder, name);
  await expect.poll(async () => (await read()).some(isDone)).toBe(true);
  return read();
}

const isAction = (cost: RequestCost) => cost.isAction;

/** @param costs with one action @param most calls of the backend */
function expectCost(costs: RequestCost[], most: number): void {
  const [action, ...others] = costs.filter(isAction);
  expect(others).toEqual([]);
  expect(action?.backendCalls.length, action?.backendCalls.join("\n")).toBeLessThanOrEqual(most);
  expect(action?.sessionLookups).toBe(1);
}

test("A customer's cart and checkout read the session once a request, and the backend no more often than is needed", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const add = async () => {
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(ida.drawer.getByTestId("cart-subtotal")).toBeVisible();
    await page.keyboard.press("Escape");
  };
  await ida.openProduct(SCARF);
  expectCost(await measure(page, add, isAction), 4);
  expectCost(await measure(page, add, isAction), 4);

  await page.goto("/us/checkout?step=address");
  await ida.fillContact(AMERICAN);
  await page.getByRole("checkbox", { name: "Save this address for next time" }).uncheck();
  const review = async () => {
    await page.getByRole("button", { name: "Straight to the review" }).click();
    await expect(ida.placeOrderButton).toBeVisible();
  };
  expectCost(await measure(page, review, isAction), 8);

  for (const path of ["/us/cart", "/us/checkout?step=delivery", "/us/checkout?step=review", "/us/account"]) {
    const costs = await measure(
      page,
      () => page.goto(path).then(() => {}),
      (cost) => cost.path === path,
    );
    const lookups = costs.map((cost) => `${cost.path} ${cost.sessionLookups}`);
    expect(
      costs.every(({ sessionLookups }) => sessionLookups <= 1),
      lookups.join("\n"),
    ).toBe(true);
  }
});
