import { describe, expect, it, test } from "vitest";
import { parseMailOrder } from "./order";
import {
  orderCancelled,
  orderDelivered,
  orderLinkMail,
  orderRefunded,
  orderReturned,
  orderShipped,
} from "./order-status";
import { parseParcel } from "./parcel";

const line = { product_title: "Scarf", quantity: 2, subtotal: 100, original_total: 104 };
const source = {
  id: "order_1",
  status: "pending",
  display_id: 27,
  email: "ada@example.test",
  currency_code: "gbp",
  items: [
    { ...line, id: "ordli_1", variant_title: "Ink / M" },
    { ...line, id: "ordli_2", product_title: "Cap", quantity: 1 },
  ],
  shipping_address: { first_name: "Ada" },
  payment_collections: [{ refunded_amount: null }],
  shipping_subtotal: 8,
  original_shipping_total: 8,
  tax_total: 0,
  credit_line_total: 0,
  total: 308,
};
const link = { url: "https://shop.test/gb/order/linked?token=ol_x", until: "29 January 2027" };
const order = { ...parseMailOrder(source), link };

const label = { tracking_number: " 1Z.9 ", tracking_url: "https://carrier.test/1Z9?a=1&b=2" };
const parcel = (changes: object = {}) =>
  parseParcel({
    id: "ful_1",
    order: { id: "order_1" },
    items: [{ line_item_id: "ordli_1", quantity: 2 }],
    labels: [label],
    ...changes,
  });

describe("orderShipped", () => {
  it("names the contents, and links to the carrier, in text and HTML", () => {
    const { subject, text, html } = orderShipped(order, parcel());
    expect(subject).toBe("Your Cloakroom order 27 is on its way");
    expect(text).toContain("Dear Ada,");
    expect(text).toContain("A parcel with a part of your order 27 has left.\n\n2 × Scarf, Ink, M\n\n");
    expect(text).toContain(
      "Tracking number: 1Z.9\n\nFollow the parcel 1Z.9:\nhttps://carrier.test/1Z9?a=1&b=2",
    );
    expect(html).toContain('href="https://carrier.test/1Z9?a=1&#38;b=2"');
  });

  it("says when all of the order is in one parcel, however its components are counted", () => {
    const items = ["ordli_1", "ordli_2"].map((line_item_id) => ({ line_item_id, quantity: 4 }));
    const { text } = orderShipped(order, parcel({ items }));
    expect(text).toContain("Your order 27 has left.\n\n2 × Scarf, Ink, M\n1 × Cap");
  });

  it.each(["#", "", null, "javascript:alert(1)", "http://"])("gives no link for %j", (tracking_url) => {
    const { text } = orderShipped(order, parcel({ labels: [{ ...label, tracking_url }, null] }));
    expect(text).toContain("Tracking number: 1Z.9");
    expect(text).not.toContain("Follow the parcel");
  });

  it("renders a parcel of which everything else is gone", () => {
    const { text } = orderShipped(order, parcel({ items: null, labels: null }));
    expect(text).toContain("A parcel with a part of your order 27 has left.");
  });
});

test("a delivered parcel is said to be all of the order or a part of it", () => {
  expect(orderDelivered(order, parcel()).text).toContain(
    "A parcel with a part of your order 27 was delivered.",
  );
});

test("a cancellation says what was refunded, or that nothing is to pay", () => {
  expect(orderCancelled(order).text).toContain("You have nothing to pay.");
  const paid = {
    ...parseMailOrder({ ...source, payment_collections: [{ refunded_amount: 308 }, null] }),
    link,
  };
  expect(orderCancelled(paid).text).toContain("We have refunded £308.00.");
});

test("a refund states its own amount", () => {
  const { subject, text } = orderRefunded(order, 12.5);
  expect([subject, text]).toEqual([
    "A refund for your Cloakroom order 27",
    expect.stringContaining("We have refunded £12.50 of your order 27."),
  ]);
});

test("a return names what has arrived", () => {
  const [first] = order.items;
  const received = first ? [{ ...first, quantity: 1 }] : [];
  expect(orderReturned(order, received).text).toContain("1 × Scarf, Ink, M");
});

test("every mail links to the order's page, and says how long the link works", () => {
  const [first] = order.items;
  const mails = [
    orderShipped(order, parcel()),
    orderDelivered(order, parcel()),
    orderCancelled(order),
    orderRefunded(order, 1),
    orderReturned(order, first ? [first] : []),
    orderLinkMail(order),
  ];
  for (const { text, html } of mails) {
    expect(text).toContain(`See your order:\n${link.url}\n`);
    expect(html).toContain(`href="${link.url}"`);
    expect(text).toContain("works until 29 January 2027");
  }
});
