import { expect, test } from "vitest";
import { parseOrder, parseOrderList } from "@/lib/orders/backend-order";
import { reshapeOrder, reshapeSummary } from "@/lib/orders/reshape";

const NOTHING_YET = {
  fulfilled_quantity: 0,
  shipped_quantity: 0,
  delivered_quantity: 0,
  return_requested_quantity: 0,
  return_received_quantity: 0,
  return_dismissed_quantity: 0,
};
/** Two at $50, 10 % off, 4 % tax. */
const LINE = {
  id: "ordli_1",
  title: "Scarf",
  variant_title: "Ink",
  quantity: 2,
  unit_price: 50,
  is_tax_inclusive: false,
  subtotal: 100,
  original_total: 104,
  tax_lines: [{ rate: 4 }],
  detail: NOTHING_YET,
  return_received_total: 0,
  return_dismissed_total: 0,
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
  payment_collections: [
    {
      captured_amount: 0,
      refunded_amount: 0,
      payments: [{ provider_id: "pp_system_default", amount: 101.92 }],
    },
  ],
};
const TOTALS = { subtotal: 100, discount: 10, shipping: 8, tax: 3.92, credit: 0, total: 101.92 };

/** An order with changes to its only line and to itself, as a page and as a list show it. */
function show(line: object, order: object = {}) {
  const changed = { ...ORDER, ...order, items: [{ ...LINE, ...line }] };
  const page = reshapeOrder(parseOrder({ order: changed }));
  const [summary] = parseOrderList({ orders: [changed], count: 1 }).orders.map(reshapeSummary);
  expect(summary?.total).toEqual(page.totals.total);
  expect(summary?.status).toEqual(page.status);
  const { isTaxIncluded: _, ...totals } = page.totals;
  const amounts = Object.fromEntries(Object.entries(totals).map(([name, { amount }]) => [name, amount]));
  return { ...page, totals: amounts };
}

const paid = (captured: number, refunded: number) => ({
  payment_collections: [
    { ...ORDER.payment_collections[0], captured_amount: captured, refunded_amount: refunded },
  ],
});
const detail = (quantities: Partial<typeof NOTHING_YET>) => ({ detail: { ...NOTHING_YET, ...quantities } });

test.each([
  [{}, "ordered", true],
  [{ fulfilled_quantity: 1 }, "packed", false],
  [{ fulfilled_quantity: 2 }, "packed", true],
  [{ fulfilled_quantity: 2, shipped_quantity: 1 }, "shipped", false],
  [{ fulfilled_quantity: 2, shipped_quantity: 2 }, "shipped", true],
  [{ fulfilled_quantity: 2, shipped_quantity: 2, delivered_quantity: 1 }, "delivered", false],
  // Delivered without having been marked as sent.
  [{ fulfilled_quantity: 2, delivered_quantity: 2 }, "delivered", true],
] as const)("%j is %s, all of it: %s", (quantities, stage, isWhole) => {
  expect(show(detail(quantities)).status).toMatchObject({ stage, isWhole });
});

test("a refund is no change of the total, although Medusa books it as credit", () => {
  const shown = show({}, { credit_line_total: 101.92, total: 0, ...paid(101.92, 101.92) });
  expect(shown.totals).toEqual(TOTALS);
  expect(shown.status.refunded?.amount).toBe(101.92);
  expect([shown.balance, shown.payment?.amount?.amount]).toEqual([{ toPay: null, toRefund: null }, 101.92]);
});

test("what came back is no change of lines and totals, although Medusa takes it off", () => {
  const half = { subtotal: 50, original_total: 52, return_received_total: 46.8 };
  const back = { ...half, ...detail({ delivered_quantity: 2, return_received_quantity: 1 }) };
  const shown = show(back, { tax_total: 2.12, total: 55.12, ...paid(101.92, 0) });
  expect(shown.totals).toEqual(TOTALS);
  expect(shown.lines).toMatchObject([{ total: { amount: 100 }, returned: 1, returning: 0 }]);
  expect([shown.status.returned, shown.balance.toRefund?.amount]).toEqual([1, 46.8]);
});

test("an order of which everything came back, some of it damaged, still shows what was ordered", () => {
  const nothing = {
    subtotal: 0,
    original_total: 0,
    return_received_total: 46.8,
    return_dismissed_total: 46.8,
  };
  const quantities = { return_received_quantity: 1, return_dismissed_quantity: 1 };
  const shown = show(
    { ...nothing, ...detail(quantities) },
    { tax_total: 0.32, total: 8.32, ...paid(101.92, 93.6) },
  );
  expect(shown.totals).toEqual(TOTALS);
  expect([shown.status.returned, shown.balance.toRefund]).toEqual([2, null]);
});

test("an order with included tax shows what was ordered, too", () => {
  const inclusive = { is_tax_inclusive: true, tax_lines: [{ rate: 20 }], original_total: 0, subtotal: 0 };
  const back = { ...inclusive, return_received_total: 100, ...detail({ return_received_quantity: 2 }) };
  const amounts = { shipping_subtotal: 5, original_shipping_total: 6, tax_total: 1, total: 6 };
  const { totals } = show(back, amounts);
  expect(totals).toMatchObject({ subtotal: 100, discount: 0, shipping: 6, tax: 17.67, total: 106 });
});

test("an edit that adds is to be paid; one that takes away is to be refunded once it was paid", () => {
  expect(show({}, { total: 150 }).balance.toPay?.amount).toBe(48.08);
  expect(show({}, { total: 50 })).toMatchObject({
    balance: { toPay: null, toRefund: null },
    payment: { amount: { amount: 50 } },
  });
  expect(show({}, { total: 50, ...paid(101.92, 0) }).balance.toRefund?.amount).toBe(51.92);
});

test("no more is to be refunded than was paid, whatever was refunded before it came back", () => {
  expect(show({}, { total: -1.68, credit_line_total: 103.6, ...paid(101.92, 101.92) }).balance).toEqual({
    toPay: null,
    toRefund: null,
  });
});

test("an order whose payment an edit has cancelled is to be paid", () => {
  const payments = [{ provider_id: "pp_system_default", amount: 101.92, canceled_at: "2026-11-22" }];
  const { payment, balance } = show({}, { total: 50, payment_collections: [{ payments }, { payments: [] }] });
  expect([payment?.amount, balance.toPay?.amount]).toEqual([null, 50]);
});

test("a cancelled order has nothing to pay", () => {
  const payments = [{ provider_id: "pp_system_default", amount: 101.92, canceled_at: "2026-11-22" }];
  const { status, payment, balance } = show({}, { status: "canceled", payment_collections: [{ payments }] });
  expect(status.isCancelled).toBe(true);
  expect([payment?.amount, balance]).toEqual([null, { toPay: null, toRefund: null }]);
});

test("a line that the shop has taken out is not shown", () => {
  expect(show({ quantity: 0, subtotal: 0, original_total: 0 }, { total: 8.32 }).lines).toEqual([]);
});

test("a parcel names its contents and its carrier's page; a cancelled one is not shown", () => {
  const parcel = {
    id: "ful_1",
    packed_at: "2026-11-22T10:00:00.000Z",
    shipped_at: "2026-11-23T10:00:00.000Z",
    items: [{ line_item_id: "ordli_1", quantity: 4 }, { line_item_id: null, quantity: 1 }, null],
    labels: [
      { tracking_number: " 1Z ", tracking_url: "https://carrier.example/1Z" },
      { tracking_number: "2Z", tracking_url: "javascript:alert(1)" },
      { tracking_number: "", tracking_url: "#" },
      null,
    ],
  };
  const cancelled = { ...parcel, id: "ful_2", canceled_at: "2026-11-23T10:00:00.000Z" };
  const { parcels } = show({}, { fulfillments: [cancelled, null, parcel, { id: "ful_3", items: null }] });
  expect(parcels).toEqual([
    {
      id: "ful_1",
      stage: "shipped",
      at: parcel.shipped_at,
      contents: [{ title: "Scarf, Ink", quantity: 2 }],
      trackings: [
        { number: "1Z", url: "https://carrier.example/1Z" },
        { number: "2Z", url: null },
      ],
    },
  ]);
});

test("an order opens without anything that tells of its life", () => {
  const { status, parcels, lines } = show(
    { detail: null, tax_lines: null, return_received_total: null, return_dismissed_total: undefined },
    { fulfillments: null, payment_collections: [null, { payments: null }] },
  );
  expect(status).toMatchObject({ stage: "ordered", returned: 0, refunded: null });
  expect([parcels, lines.length]).toEqual([[], 1]);
});
