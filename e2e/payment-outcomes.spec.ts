import { apiTest as test, expect } from "./support/api-test";
import { answerBank, listAttempts, readBankPayment, waitForRelease } from "./support/demo-bank";
import { readText } from "./support/http-checkout";
import { readMail } from "./support/mailbox";
import { PayingGuest } from "./support/paying-guest";
import type { BackendClient } from "./support/backend-client";

const CONFIRMED = /^\/us\/order\/order_\w+\/confirmed$/;

async function waitForOrder(backend: BackendClient, email: string): Promise<string> {
  await expect.poll(async () => (await backend.listOrders(email)).length).toBe(1);
  return (await backend.listOrders(email))[0]?.id ?? "";
}

test("A payment that is declined loses nothing, and the same bank may be asked again", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  for (const [card, text] of [
    ["decline", "Your bank has declined the payment. You have not been charged"],
    ["insufficient", "there is not enough money for this payment. You have not been charged"],
    ["leave", "The payment did not go through. You have not been charged."],
  ] as const) {
    const page = await ada.returnToShop(await answerBank(await ada.goToBank(), card));
    expect(page.location).toBe("/us/checkout?step=payment");
    expect(readText(page)).toContain(text);
  }
  expect(await backend.listOrders(ada.email)).toEqual([]);
  const page = await ada.returnToShop(await answerBank(await ada.goToBank(), "approve"));
  expect(page.location).toMatch(CONFIRMED);
  expect(readText(page)).toContain("Your order is confirmed");
  expect(await backend.listOrders(ada.email)).toHaveLength(1);
  expect((await listAttempts(ada.cartId)).map(({ status }) => status)).toEqual([
    "declined",
    "declined",
    "declined",
    "ordered",
  ]);
});

test("After a payment that is declined the order can be paid in another way", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  await ada.returnToShop(await answerBank(await ada.goToBank(), "decline"));
  await ada.browser.submit("/us/checkout?step=payment", "payment", { providerId: "pp_system_default" });
  expect((await ada.placeOrder()).location).toMatch(CONFIRMED);
  expect(await backend.listOrders(ada.email)).toHaveLength(1);
});

test("A tab that is closed after paying gives the order all the same, and its confirmation by mail", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  await answerBank(await ada.goToBank(), "approve", "at-once");
  const id = await waitForOrder(backend, ada.email);
  expect(await readMail("order-confirmation", ada.email)).toContain("Thank you");
  const [attempt] = await listAttempts(ada.cartId);
  expect(attempt).toMatchObject({ status: "ordered", order_id: id });
});

test("A payment of which the shop never hears gives the order by itself", async ({ storeApi, backend }) => {
  const ada = await PayingGuest.create(storeApi);
  await answerBank(await ada.goToBank(), "approve", "never");
  await waitForOrder(backend, ada.email);
});

test.describe("The order is one", () => {
  for (const [notice, when] of [
    ["before", "before the shopper returns"],
    ["at-once", "while the shopper returns"],
    ["twice", "twice"],
    ["late", "after the shopper has returned"],
  ] as const)
    test(`when the bank tells the shop ${when}, and the shopper sees it`, async ({ storeApi, backend }) => {
      const ada = await PayingGuest.create(storeApi);
      const page = await ada.returnToShop(await answerBank(await ada.goToBank(), "approve", notice));
      expect(page.location).toMatch(CONFIRMED);
      const [order, ...others] = await backend.listOrders(ada.email);
      expect(page.location).toContain(order?.id);
      expect(others).toEqual([]);
    });

  test("when the button is pressed in two tabs, the bank has one payment, and both tabs end at the order", async ({
    storeApi,
    backend,
  }) => {
    const ada = await PayingGuest.create(storeApi);
    const [first, second] = await Promise.all([ada.goToBank(), ada.goToBank()]);
    expect(second).toBe(first);
    const back = await answerBank(first, "approve");
    const pages = await Promise.all([ada.returnToShop(back), ada.returnToShop(back)]);
    const [order, ...others] = await backend.listOrders(ada.email);
    expect(others).toEqual([]);
    // The third one comes when the cart is an order already, and no longer the browser's.
    const late = await ada.returnToShop(back);
    for (const { location } of [...pages, late]) expect(location).toBe(`/us/order/${order?.id}/confirmed`);
  });
});

test("While the bank has not decided the shopper is told to wait, not to pay again; then there is one order", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  const page = await ada.returnToShop(await answerBank(await ada.goToBank(), "slow", "at-once"));
  expect(readText(page)).toContain("Your bank has not decided yet. There is no need to pay again");
  const again = await ada.placeOrder();
  expect(again.location).not.toContain("/pay/");
  await waitForOrder(backend, ada.email);
});

test("A cart that is changed between payment and order is not bought, and the money is given back", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  const bank = await ada.goToBank();
  const sessionId = await ada.readSessionId();
  await storeApi.post(`/store/carts/${ada.cartId}`, {
    body: {
      shipping_address: {
        first_name: "Ada",
        last_name: "Lovelace",
        address_1: "1 Elsewhere",
        country_code: "us",
      },
    },
  });
  const page = await ada.returnToShop(await answerBank(bank, "approve"));
  expect(readText(page)).toContain("Your order could not be made, so your payment was given back.");
  expect(readText(page)).toContain("Your cart has changed");
  await waitForRelease(sessionId);
  expect(await readMail("payment-released", ada.email)).toContain("you are not charged");
  expect(await backend.listOrders(ada.email)).toEqual([]);
});

test("What sells out while it is being paid is not sold; the money is given back and the mail says why", async ({
  storeApi,
  backend,
  product,
}) => {
  const ada = await PayingGuest.create(storeApi, product.variantId);
  const bank = await ada.goToBank();
  const sessionId = await ada.readSessionId();
  await backend.setStock(product, 0);
  await answerBank(bank, "approve", "twice");
  await waitForRelease(sessionId);
  expect(await readMail("payment-released", ada.email)).toContain("sold out while you were paying");
  const page = await ada.returnToShop(await answerBank(bank, "approve"));
  expect(readText(page)).toContain("There are not enough of these left.");
  expect(await backend.listOrders(ada.email)).toEqual([]);
});

test("What is sold out before the bank's page is not offered for payment", async ({
  storeApi,
  backend,
  product,
}) => {
  const ada = await PayingGuest.create(storeApi, product.variantId);
  await backend.setStock(product, 0);
  const page = await ada.placeOrder();
  expect(page.location).not.toContain("/pay/");
  expect(readText(page)).toContain("There are not enough of these left.");
});

test("A bank that promises less than the total gives no order, and gets its promise back", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  const page = await ada.returnToShop(await answerBank(await ada.goToBank(), "partial", "before"));
  expect(readText(page)).toContain("your payment was given back");
  await waitForRelease(await ada.readSessionId());
  expect(await backend.listOrders(ada.email)).toEqual([]);
});

test("A paid order that is canceled by the shopkeeper gives the money back", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  await ada.returnToShop(await answerBank(await ada.goToBank(), "approve"));
  const sessionId = await ada.readSessionId();
  expect(await readBankPayment(sessionId)).toMatchObject({ status: "authorized" });
  const [order] = await backend.listOrders(ada.email);
  await backend.post(`/orders/${order?.id}/cancel`, {});
  await waitForRelease(sessionId);
});
