import "server-only";
import type { BackendOrder, BackendOrderLine, BackendOrderSummary } from "@/lib/orders/backend-order";
import { countReturned, sumRefunds } from "@/lib/orders/status";

type TotalSource = Pick<BackendOrderSummary, "total" | "credit_line_total" | "payment_collections"> & {
  items: Pick<BackendOrderLine, "return_received_total" | "return_dismissed_total">[];
};

/**
 * The total of an order before returns and refunds, in the currency's major unit. Medusa takes both off its total: items
 * that came back, and refunds of anything else as credit. So a delivered order that was refunded has a total of 0.
 */
export function getOrderedTotal(order: TotalSource): number {
  const returned = order.items.reduce((sum, line) => sum + getReturnedTotal(line), 0);
  return order.total + returned + getRefundCredit(order);
}

/** The amounts of an order before returns and refunds, so that totals can be computed from them. */
export function restoreOrderedAmounts(order: BackendOrder): BackendOrder {
  const returnedTax = order.items.reduce((sum, line) => {
    const returned = getReturnedTotal(line);
    return sum + returned - returned / (1 + getTaxRate(line));
  }, 0);
  return {
    ...order,
    items: order.items.map(restoreLine),
    tax_total: order.tax_total + returnedTax,
    credit_line_total: order.credit_line_total - getRefundCredit(order),
    total: getOrderedTotal(order),
  };
}

function restoreLine(line: BackendOrderLine): BackendOrderLine {
  if (countReturned(line.detail) === 0) return line;
  const price = line.unit_price * line.quantity;
  const factor = 1 + getTaxRate(line);
  return line.is_tax_inclusive
    ? { ...line, subtotal: price / factor, original_total: price }
    : { ...line, subtotal: price, original_total: price * factor };
}

function getTaxRate({ tax_lines }: BackendOrderLine): number {
  return tax_lines.reduce((sum, { rate }) => sum + rate, 0) / 100;
}

function getReturnedTotal(line: TotalSource["items"][number]): number {
  return (line.return_received_total ?? 0) + (line.return_dismissed_total ?? 0);
}

/** The part of the credit that is a refund. A refund for a return is none: the return has lowered the total already. */
function getRefundCredit(order: TotalSource): number {
  return Math.min(order.credit_line_total ?? 0, sumRefunds(order));
}
