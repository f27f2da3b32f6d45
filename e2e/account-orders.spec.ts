import { placeOrderViaApi, findVariantId } from "./support/place-order-via-api";
import { SCARF } from "./support/guest";
import { expect, test } from "./support/fixtures";
import { signInCustomer, MedusaStoreApi } from "./support/medusa-store-api";

test("Eleven orders are listed newest first, ten to a page, and each opens", async ({
  shopper,
  secondDevice,
  backend,
  request,
}) => {
  // An order takes Medusa some seconds while the model test orders as well.
  test.setTimeout(300_000);
  const ida = await shopper();
  const storeApi = new MedusaStoreApi(request);
  const product = await backend.createProduct({ stock: 15 });
  // One token per order: eleven orders can take longer than a token lives here.
  const order = async (quantity: number) =>
    placeOrderViaApi(storeApi, await signInCustomer(storeApi, ida.identity), {
      variantId: product.variantId,
      quantity,
    });
  const first = await order(2);
  for (let three = 0; three < 3; three += 1) await Promise.all([order(1), order(1), order(1)]);
  await order(3);

  // Her first session may have become idle meanwhile.
  const { page } = await secondDevice(ida);
  const cards = page.getByRole("main").getByTestId("order-card");
  await page.goto("/us/account/orders");
  await expect(cards).toHaveCount(10);
  await expect(cards.first()).toContainText("3 items");
  await expect(cards.first().getByTestId("order-items")).toHaveText(`3 × ${product.title}`);
  await expect(page.getByText("Page 1 of 2")).toBeVisible();
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page.getByText("Page 2 of 2")).toBeVisible();
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("2 items");
  await cards.getByRole("link", { name: /^Details/ }).click();
  await expect(page).toHaveURL(`/us/account/orders/details/${first}`);
  await expect(page.getByRole("main")).toContainText(product.title);
  await page.getByRole("link", { name: "All orders" }).click();
  await page.getByRole("link", { name: "Older" }).click();
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(cards).toHaveCount(10);
  await page.goto("/us/account");
  await expect(page.getByRole("link", { name: "11 orders" })).toBeVisible();
  await backend.unpublish(product);
});

test("Another customer's order is not found, and cannot be ordered again", async ({ shopper, request }) => {
  const ida = await shopper();
  const storeApi = new MedusaStoreApi(request);
  const token = await signInCustomer(storeApi, ida.identity);
  const id = await placeOrderViaApi(storeApi, token, {
    variantId: await findVariantId(storeApi, SCARF.handle),
    quantity: 1,
  });
  const own = await placeOrderViaApi(storeApi, token, {
    variantId: await findVariantId(storeApi, SCARF.handle),
    quantity: 1,
  });
  expect(own).not.toBe(id);

  const stranger = await shopper();
  await stranger.page.goto(`/us/account/orders/details/${id}`);
  await expect(stranger.page.getByText("There is no such order in your account.")).toBeVisible();
  await expect(stranger.page.getByRole("main")).not.toContainText("Scarf");
  await expect(stranger.page.getByRole("button", { name: "Order again" })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("An order of another account is reported as not found, with a link to one's own orders", async ({
      shopper,
    }) => {
      const { page } = await shopper();
      await page.goto("/us/account/orders/details/order_01NOTHING");
      await expect(page.getByText("There is no such order in your account.")).toBeVisible();
      await page.getByRole("link", { name: "All your orders" }).click();
      await expect(page).toHaveURL("/us/account/orders");
    });

    test("Ordering again adds what is available, and gives a reason for each item that is not", async ({
      shopper,
      product,
      backend,
      request,
    }) => {
      const ida = await shopper();
      const { page } = ida;
      const storeApi = new MedusaStoreApi(request);
      const token = await signInCustomer(storeApi, ida.identity);
      // The catalogue caches the stock of five for some seconds after the sale.
      await page.goto(`/us/products/${product.handle}`);
      const order = await placeOrderViaApi(storeApi, token, { variantId: product.variantId, quantity: 3 });
      await page.goto(`/us/account/orders/details/${order}`);
      const reorder = page.getByRole("button", { name: "Order again" });

      // Three of five are sold, two are left.
      await reorder.click();
      await expect(page).toHaveURL("/us/cart");
      await expect(page.getByRole("alert").filter({ hasText: product.title })).toContainText(
        `${product.title}: only 2 of 3 could be had.`,
      );
      await expect(page.getByRole("main").getByRole("list", { name: "Things in your cart" })).toContainText(
        product.title,
      );

      await page.goto(`/us/account/orders/details/${order}`);
      await reorder.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        `${product.title}: your cart has all that can be had of it.`,
      );
      await backend.unpublish(product);
      await page.goto(`/us/account/orders/details/${order}`);
      await reorder.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("we no longer sell it here");
    });
  });
}
