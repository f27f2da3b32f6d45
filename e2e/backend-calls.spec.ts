import { AMERICAN } from "./support/addresses";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";
import { measureCosts, type RequestCost } from "./support/request-costs";

test.use({ baseURL: environment.secondBaseUrl });

/** @param costs with one action @param most calls of the backend */
function expectAction(costs: RequestCost[], most: number): void {
  const [action, ...others] = costs.filter(({ isAction }) => isAction);
  expect(others).toEqual([]);
  expect(action?.backendCalls.length, action?.backendCalls.join("\n")).toBeLessThanOrEqual(most);
  expect(action?.sessionLookups).toBe(1);
}

test("A customer's cart and checkout read the session once a request, and the backend no more often than is needed", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const measured = { page, dataFolder: environment.dataFolder };
  const measureAction = (work: () => Promise<unknown>) =>
    measureCosts(measured, work, (cost) => cost.isAction);
  const add = async () => {
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(ida.drawer.getByTestId("cart-subtotal")).toBeVisible();
    await ida.waitForCart();
    await page.keyboard.press("Escape");
  };
  await ida.openProduct(SCARF);
  expectAction(await measureAction(add), 4);
  expectAction(await measureAction(add), 4);

  await ida.saveAddress(AMERICAN);
  await page.goto("/us/checkout?step=address");
  const review = async () => {
    await page.getByRole("button", { name: "Straight to the review" }).click();
    await expect(ida.placeOrderButton).toBeVisible();
  };
  expectAction(await measureAction(review), 8);

  for (const path of ["/us/cart", "/us/checkout?step=delivery", "/us/checkout?step=review", "/us/account"]) {
    const costs = await measureCosts(
      measured,
      () => page.goto(path),
      (cost) => cost.path === path,
    );
    const lookups = costs.map((cost) => `${cost.path} ${cost.sessionLookups}`);
    expect(
      costs.every(({ sessionLookups }) => sessionLookups <= 1),
      lookups.join("\n"),
    ).toBe(true);
  }
});
