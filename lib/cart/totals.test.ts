import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculateTotals } from "@/lib/cart/totals";

/** A line as somebody puts it into a cart; the rate of tax and the discount are in per cent. */
type Line = { price: number; quantity: number; rate: number; off: number; isInclusive: boolean };
type Delivery = Omit<Line, "quantity">;

/** The amounts as Medusa computes them: exact, with as many decimals as it takes (decorateCartTotals). */
function compute({ price, quantity, rate, off, isInclusive }: Line) {
  const subtotal = (price * quantity) / (isInclusive ? 1 + rate / 100 : 1);
  const net = subtotal * (1 - off / 100);
  return { subtotal, original_total: subtotal * (1 + rate / 100), tax: (net * rate) / 100, net };
}

function makeSource(lines: Line[], delivery: Delivery, currency: string) {
  const items = lines.map((line) => ({ ...compute(line), is_tax_inclusive: line.isInclusive }));
  const shipping = compute({ ...delivery, quantity: 1 });
  const all = [...items, shipping];
  const tax_total = all.reduce((sum, { tax }) => sum + tax, 0);
  const source = {
    currency_code: currency,
    shipping_subtotal: shipping.subtotal,
    original_shipping_total: shipping.original_total,
    tax_total,
    credit_line_total: 0,
    total: all.reduce((sum, { net }) => sum + net, 0) + tax_total,
  };
  return { source, items };
}

const DECIMALS = { usd: 2, eur: 2, jpy: 0, kwd: 3 } as const;

const priceIn = (decimals: number) =>
  fc.integer({ min: 1, max: 500_000 }).map((units) => units / 10 ** decimals);
const terms = {
  rate: fc.constantFrom(0, 4, 5.5, 8.875, 10, 19, 20, 21),
  off: fc.constantFrom(0, 10, 12.5, 33.33, 100),
  isInclusive: fc.boolean(),
};
const cart = fc.constantFrom(...(Object.keys(DECIMALS) as (keyof typeof DECIMALS)[])).chain((currency) => {
  const price = priceIn(DECIMALS[currency]);
  const line = fc.record({ price, quantity: fc.integer({ min: 1, max: 99 }), ...terms });
  return fc.record({
    currency: fc.constant(currency),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    delivery: fc.record({ price, ...terms }),
  });
});

describe("sums add up as they are written", () => {
  test("to the smallest unit, whatever is taxed and taken off, and however prices are mixed", () => {
    fc.assert(
      fc.property(cart, ({ currency, lines, delivery }) => {
        const { source, items } = makeSource(lines, delivery, currency);
        const { totals, lineTotals } = calculateTotals(source, items);
        const units = ({ amount }: { amount: number }) => {
          const shown = amount * 10 ** DECIMALS[currency];
          expect(Math.abs(shown - Math.round(shown)), "whole units").toBeLessThan(1e-6);
          return Math.round(shown);
        };
        const { subtotal, discount, shipping, tax, total, isTaxIncluded } = totals;
        const addedTax = isTaxIncluded ? 0 : units(tax);
        expect(units(subtotal) - units(discount) + units(shipping) + addedTax).toBe(units(total));
        expect(lineTotals.reduce((sum, line) => sum + units(line), 0)).toBe(units(subtotal));
        expect(Math.abs(total.amount - source.total) * 10 ** DECIMALS[currency]).toBeLessThan(0.501);
        expect(units(discount)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("a price tag is shown as it is: what is whole is not rounded", () => {
    const line = { price: 33.35, quantity: 1, rate: 0, off: 10, isInclusive: false };
    const { source, items } = makeSource([line], { ...line, price: 8, off: 0 }, "usd");
    const { totals, lineTotals } = calculateTotals(source, items);
    expect(lineTotals).toEqual([{ amount: 33.35, currency: "usd" }]);
    expect(totals.shipping.amount).toBe(8);
    expect(totals.tax.amount).toBe(0);
    // 33.35 − 3.335 + 8 is 38.015, and is written as 38.02: so 3.33 is taken off.
    expect([totals.discount.amount, totals.total.amount]).toEqual([3.33, 38.02]);
  });

  test("credit is taken off besides the discount", () => {
    const line = { price: 50, quantity: 2, rate: 10, off: 10, isInclusive: false };
    const { source, items } = makeSource([line], { ...line, price: 8, off: 0 }, "usd");
    const { totals } = calculateTotals({ ...source, credit_line_total: 5, total: source.total - 5 }, items);
    expect([totals.discount.amount, totals.credit.amount]).toEqual([10, 5]);
    expect(totals.total.amount).toBeCloseTo(100 - 10 + 8 + 9.8 - 5);
  });

  test("where one price tag includes tax, the others are shown with it as well", () => {
    const tags = { price: 12, quantity: 1, rate: 20, off: 0 };
    const { source, items } = makeSource(
      [
        { ...tags, isInclusive: true },
        { ...tags, isInclusive: false },
      ],
      { ...tags, price: 6, isInclusive: true },
      "eur",
    );
    const { totals, lineTotals } = calculateTotals(source, items);
    expect(lineTotals.map(({ amount }) => amount)).toEqual([12, 14.4]);
    expect(totals).toMatchObject({
      isTaxIncluded: true,
      subtotal: { amount: 26.4 },
      total: { amount: 32.4 },
    });
  });
});
