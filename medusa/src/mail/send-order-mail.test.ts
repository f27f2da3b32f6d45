import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { expect, test, vi } from "vitest";
import { sendOrderMail } from "./send-order-mail";

const ORDER = {
  id: "order_1",
  display_id: 27,
  email: "ada@example.test",
  currency_code: "gbp",
  shipping_subtotal: 8,
  original_shipping_total: 8,
  tax_total: 0,
  credit_line_total: 0,
  total: 8,
};
const mail = {
  orderId: "order_1",
  template: "order-shipped",
  occasion: "ful_1",
  write: () => ({ subject: "On its way", text: "", html: "" }),
};

/** The mails that are sent about an order. */
async function send(changes: object = {}, order: object = {}) {
  const createNotifications = vi.fn();
  const graph = vi.fn().mockResolvedValue({ data: [{ ...ORDER, ...order }] });
  const resolve = (name: string) => (name === Modules.NOTIFICATION ? { createNotifications } : { graph });
  await sendOrderMail({ resolve } as unknown as MedusaContainer, { ...mail, ...changes });
  return createNotifications.mock.calls.map(([sent]) => sent as object);
}

test("a mail goes to the address of the order, with a key by which Medusa sends it once", async () => {
  const sent = await send();
  expect(sent).toMatchObject([
    { to: ORDER.email, idempotency_key: "order-shipped:ful_1", template: mail.template },
  ]);
  expect(await send()).toEqual(sent);
});

test.each([
  ["when customers are not to be notified", { isQuiet: true }, {}],
  ["about an order that is not to be mailed about", {}, { no_notification: true }],
  ["about an order without an address", {}, { email: null }],
  ["when there is nothing to write about", { write: () => null }, {}],
])("no mail is sent %s", async (_when, changes, order) => {
  expect(await send(changes, order)).toEqual([]);
});
