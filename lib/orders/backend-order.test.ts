import { beforeEach, expect, test, vi } from "vitest";
import { findOrder, parseOrder, parseOrderList } from "@/lib/orders/backend-order";
import { reshapeOrder } from "@/lib/orders/reshape";

const LINE = {
  id: "ordli_1",
  title: "Scarf",
  quantity: 2,
  unit_price: 50,
  subtotal: 100,
  original_total: 104,
};
const ORDER = {
  id: "order_1",
  display_id: 27,
  status: "pending",
  created_at: "2026-11-21T23:30:00.000Z",
  currency_code: "usd",
  items: [LINE],
  shipping_subtotal: 8,
  original_shipping_total: 8.32,
  tax_total: 3.92,
  credit_line_total: 0,
  total: 101.92,
};
const { items, ...WITHOUT_ITEMS } = ORDER;

const log = vi.spyOn(console, "error");
beforeEach(() => void log.mockReset().mockImplementation(() => {}));

test("an order whose promotion was deleted since opens, with what was taken off", () => {
  const { totals, promotions } = reshapeOrder(parseOrder({ order: { ...ORDER, promotions: [null] } }));
  expect(promotions).toEqual([]);
  expect([totals.discount.amount, totals.total.amount]).toEqual([10, 101.92]);
});

test("an order opens whatever of what it refers to is gone", () => {
  const gone = {
    shipping_methods: [null],
    payment_collections: [null, { payments: null }],
    shipping_address: null,
    billing_address: undefined,
    email: null,
    promotions: null,
  };
  const order = reshapeOrder(parseOrder({ order: { ...ORDER, ...gone } }));
  expect(order).toMatchObject({ deliveries: [], payment: null, shippingAddress: null, promotions: [] });
});

test("one invalid order costs no other of the list, and is logged", () => {
  const orders = [{ ...ORDER, total: undefined }, null, { ...WITHOUT_ITEMS, id: "order_2" }];
  const list = parseOrderList({ orders, count: 3 });
  expect(list.orders.map(({ id, items: lines }) => [id, lines])).toEqual([["order_2", []]]);
  expect(log).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("Invalid order left out of a list: total"),
  );
});

test("only the order that was asked for is found", () => {
  expect(findOrder({ orders: [ORDER] }, "order_1")?.items).toHaveLength(items.length);
  expect(findOrder({ orders: [ORDER] }, "order_2")).toBeNull();
  expect(findOrder({ orders: null }, "order_1")).toBeNull();
});
