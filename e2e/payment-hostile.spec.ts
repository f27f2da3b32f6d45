import { apiTest as test, expect } from "./support/api-test";
import { computeChecksum, fetchCart } from "./support/cart-checksum";
import {
  answerBank,
  DEMO_BANK,
  listAttempts,
  readBankPayment,
  sendNotice,
  signNotice,
  startPayment,
} from "./support/demo-bank";
import { environment } from "./support/environment";
import { HttpBrowser } from "./support/http-browser";
import { readMail } from "./support/mailbox";
import { PayingGuest } from "./support/paying-guest";
import { createReadyCart, findVariantId } from "./support/place-order-via-api";
import { queryDb } from "./support/storefront-db";

test("A return is not believed: without a payment at the bank there is no order, whatever the address says", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  await ada.goToBank();
  const sessionId = await ada.readSessionId();
  const lie = `/api/payment/return?country=us&status=authorized&payment=${sessionId}&amount=1`;
  const page = await ada.returnToShop(environment.baseUrl + lie);
  expect(page.location).toBe("/us/checkout?step=review");
  expect(await backend.listOrders(ada.email)).toEqual([]);
});

test("Another shopper who opens the return address sees nothing, and gets nothing", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  const back = await answerBank(await ada.goToBank(), "approve");
  const eve = await PayingGuest.create(storeApi);
  const page = await eve.returnToShop(back);
  expect(page.location).toBe("/us/checkout?step=review");
  const nobody = new HttpBrowser();
  const { pathname, search } = new URL(back);
  expect((await nobody.get(pathname + search)).location).toBe("/us/checkout");
  expect(await backend.listOrders(eve.email)).toEqual([]);
});

test("A cart with a payment that is not made cannot be completed, by anybody", async ({
  storeApi,
  backend,
}) => {
  const ada = await PayingGuest.create(storeApi);
  const complete = () => storeApi.post(`/store/carts/${ada.cartId}/complete`);
  expect(await complete()).toMatchObject({ status: 400, body: { code: "payment_unauthorized" } });
  const bank = await ada.goToBank();
  expect(await complete()).toMatchObject({ status: 400, body: { code: "payment_unauthorized" } });
  await answerBank(bank, "decline");
  expect(await complete()).toMatchObject({ status: 400, body: { code: "payment_unauthorized" } });
  expect(await backend.listOrders(ada.email)).toEqual([]);
});

test("A payment for one cart pays for no other, even of the same price", async ({ storeApi, backend }) => {
  const ada = await PayingGuest.create(storeApi);
  await answerBank(await ada.goToBank(), "approve");
  const paid = await ada.readSessionId();
  const email = `eve-${ada.email}`;
  const variantId = await findVariantId(storeApi, "attendants-scarf");
  const cartId = await createReadyCart(storeApi, { variantId, quantity: 1, email, provider: DEMO_BANK });
  // What a client puts into a session is stored with it.
  const { body } = await storeApi.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    body: { cart_id: cartId },
  });
  await storeApi.post(`/store/payment-collections/${body.payment_collection.id}/payment-sessions`, {
    body: { provider_id: DEMO_BANK, data: { reference: paid, session_id: paid, id: paid } },
  });
  const completed = await storeApi.post(`/store/carts/${cartId}/complete`);
  expect(completed).toMatchObject({ status: 400, body: { code: "payment_unauthorized" } });
  await startPayment(storeApi, cartId);
  await storeApi.post(`/store/carts/${cartId}/payment/settle`);
  expect(await backend.listOrders(email)).toEqual([]);
});

test("Somebody's account pays for its own carts: others neither begin nor settle the payment", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const variantId = await findVariantId(storeApi, "attendants-scarf");
  const { token } = customer;
  const cartId = await createReadyCart(storeApi, { variantId, quantity: 1, token, provider: DEMO_BANK });
  const path = `/store/carts/${cartId}/payment`;
  const body = { checksum: "x", country: "us" };
  for (const stranger of [{}, { token: otherCustomer.token }]) {
    expect((await storeApi.post(path, { ...stranger, body })).status).toBe(404);
    expect((await storeApi.post(`${path}/settle`, { ...stranger })).status).toBe(404);
  }
  expect(await listAttempts(cartId)).toEqual([]);
});

test.describe("A notice", () => {
  test("is taken only when the bank has signed it, just now and as it is", async ({ storeApi, backend }) => {
    const ada = await PayingGuest.create(storeApi);
    await ada.goToBank();
    const sessionId = await ada.readSessionId();
    const { body, headers } = signNotice(sessionId);
    const other = signNotice(`${sessionId}x`);
    const forged = "0".repeat(64);
    for (const notice of [
      { body, headers: {} },
      { body, headers: other.headers },
      { body: other.body, headers },
      { body, headers: { ...headers, "x-demo-bank-signature": forged } },
      signNotice(sessionId, Date.now() / 1_000 - 600),
      { body: "{", headers },
    ] as { body: string; headers: Record<string, string> }[])
      expect([400, 401]).toContain(await sendNotice(notice));
    expect(await backend.listOrders(ada.email)).toEqual([]);
  });

  test("says nothing that counts: a signed one about a payment that is not made gives no order", async ({
    storeApi,
    backend,
  }) => {
    const ada = await PayingGuest.create(storeApi);
    await ada.goToBank();
    expect(await sendNotice(signNotice(await ada.readSessionId()))).toBe(200);
    expect(await sendNotice(signNotice("payses_nobody"))).toBe(200);
    expect(await backend.listOrders(ada.email)).toEqual([]);
  });

  test("of more than a notice holds is refused", async () => {
    const { headers } = signNotice("payses_1");
    const body = JSON.stringify({ reference: "payses_1", padding: "x".repeat(2_000_000) });
    expect(await sendNotice({ body, headers })).toBe(413);
  });

  test("that is repeated, also after others, changes nothing more: one release, one mail", async ({
    storeApi,
    backend,
    product,
  }) => {
    const ada = await PayingGuest.create(storeApi, product.variantId);
    const bank = await ada.goToBank();
    const notice = signNotice(await ada.readSessionId());
    await backend.setStock(product, 0);
    await answerBank(bank, "approve");
    for (let times = 0; times < 3; times += 1) expect(await sendNotice(notice)).toBe(200);
    await readMail("payment-released", ada.email);
    await backend.setStock(product, 5);
    expect(await sendNotice(notice)).toBe(200);
    expect(await backend.listOrders(ada.email)).toEqual([]);
    const mails = await queryDb<{ count: string }>(
      `SELECT count(*) FROM notification WHERE "to" = $1 AND template = 'payment-released'`,
      [ada.email],
      environment.medusaDatabaseUrl,
    );
    expect(mails).toEqual([{ count: "1" }]);
    expect(await readBankPayment(await ada.readSessionId())).toMatchObject({ status: "canceled" });
  });
});

/** Makes the database look as if the process had been killed between making the order and recording its payment. */
async function forgetPayment(sessionId: string): Promise<void> {
  const forget = [
    "UPDATE payment SET deleted_at = now() WHERE payment_session_id = $1",
    "UPDATE payment_session SET status = 'pending', authorized_at = NULL WHERE id = $1",
    "UPDATE payment_attempt SET status = 'open', order_id = NULL WHERE session_id = $1",
  ];
  for (const statement of forget) await queryDb(statement, [sessionId], environment.medusaDatabaseUrl);
}

test("An order that a killed process has left without its payment is made anew: one order, one reservation", async ({
  storeApi,
  backend,
  product,
}) => {
  const ada = await PayingGuest.create(storeApi, product.variantId);
  await ada.returnToShop(await answerBank(await ada.goToBank(), "approve"));
  const [unfinished] = await backend.listOrders(ada.email);
  const sessionId = await ada.readSessionId();
  await forgetPayment(sessionId);
  expect(await sendNotice(signNotice(sessionId))).toBe(200);
  const orders = await backend.listOrders(ada.email);
  expect(orders).toHaveLength(1);
  expect(orders[0]?.id).not.toBe(unfinished?.id);
  expect(await readBankPayment(sessionId)).toMatchObject({ status: "authorized" });
  const reserved = await queryDb<{ quantity: string }>(
    `SELECT sum(r.quantity)::text AS quantity FROM reservation_item r
     JOIN product_variant_inventory_item v ON v.inventory_item_id = r.inventory_item_id
     WHERE v.variant_id = $1 AND r.deleted_at IS NULL`,
    [product.variantId],
    environment.medusaDatabaseUrl,
  );
  expect(reserved).toEqual([{ quantity: "1" }]);
});

test("The shopper's order is the one that was agreed to: another checksum begins no payment", async ({
  storeApi,
}) => {
  const ada = await PayingGuest.create(storeApi);
  const checksum = computeChecksum({ ...(await fetchCart(storeApi, ada.cartId)), total: 1 });
  const response = await storeApi.post(`/store/carts/${ada.cartId}/payment`, {
    body: { checksum, country: "us" },
  });
  expect(response).toMatchObject({ status: 400, body: { code: "cart_changed" } });
  expect(await listAttempts(ada.cartId)).toEqual([]);
});
