import "server-only";
import type { BackendLine } from "@/lib/cart/backend-purchase";
import type { Totals } from "@/lib/cart/cart";
import { type Money, roundMoney, roundParts } from "@/lib/money";

type Amount = "shipping_subtotal" | "original_shipping_total" | "tax_total" | "credit_line_total" | "total";

/** Medusa's amounts: in the currency's major unit, not rounded. */
type SumsSource = { currency_code: string } & Record<Amount, number>;
type PricedLine = Pick<BackendLine, "subtotal" | "original_total" | "is_tax_inclusive">;

/**
 * The totals of a cart or an order, rounded so that they add up as displayed: the lines to the subtotal, and
 * subtotal − discount + delivery + tax − credit to the total. If any price includes tax, all amounts do (as EU law
 * requires) and tax is not added; otherwise tax is added at the end. The discount is computed as the difference to
 * Medusa's total (`decorateCartTotals`), because lists of orders do not contain it.
 * @returns `lineTotals` in the order of `lines`
 */
export function calculateTotals(
  source: SumsSource,
  lines: readonly PricedLine[],
): { totals: Totals; lineTotals: Money[] } {
  const money = (amount: number): Money => ({ amount, currency: source.currency_code });
  const isTaxIncluded = lines.some((line) => line.is_tax_inclusive);
  const lineAmounts = lines.map((line) => (isTaxIncluded ? line.original_total : line.subtotal));
  const goods = lineAmounts.reduce((sum, amount) => sum + amount, 0);
  const delivery = isTaxIncluded ? source.original_shipping_total : source.shipping_subtotal;
  const addedTax = isTaxIncluded ? 0 : source.tax_total;
  const givenCredit = source.credit_line_total;
  const takenOff = goods + delivery + addedTax - givenCredit - source.total;
  const total = roundMoney(money(source.total));
  const parts = [goods, delivery, addedTax, -givenCredit, -takenOff] as const;
  const [subtotal, shipping, tax, credit, discount] = roundParts(parts, total);
  const totals = {
    subtotal,
    discount: negate(discount),
    shipping,
    tax: isTaxIncluded ? roundMoney(money(source.tax_total)) : tax,
    credit: negate(credit),
    total,
    isTaxIncluded,
  };
  return { totals, lineTotals: [...roundParts(lineAmounts, subtotal)] };
}

function negate({ amount, currency }: Money): Money {
  return { amount: -amount || 0, currency };
}
