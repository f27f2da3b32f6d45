import { formatMoney } from "./money";
import type { MailOrder } from "./order";

/** A line of the bill: what it is for, and how much. */
export type BillRow = [label: string, amount: string];

const isTaxInclusive = (order: MailOrder) => order.items.every((item) => item.is_tax_inclusive);

/** One row per line of the order, priced before discounts, and with tax where the price tag had it. */
export function itemRows(order: MailOrder): BillRow[] {
  const inclusive = isTaxInclusive(order);
  return order.items.map((item) => {
    const name = [item.product_title, ...listChoices(item.variant_title)].join(", ");
    const amount = inclusive ? item.original_total : item.subtotal;
    return [`${item.quantity} × ${name}`, formatMoney(amount, order.currency_code)];
  });
}

/** "Ink", "M" of Medusa's "Ink / M"; nothing of a thing that comes in one size. As in the storefront. */
function listChoices(variantTitle: string | null): string[] {
  const values = (variantTitle ?? "").split(" / ").map((value) => value.trim());
  return values.filter(
    (value) => value && !/^(one size|default( variant| option value| title)?)$/i.test(value),
  );
}

/** The rows under the lines: they add up to the total, and tax is a row of its own only where it was added on top. */
export function totalRows(order: MailOrder): BillRow[] {
  const inclusive = isTaxInclusive(order);
  const money = (amount: number) => formatMoney(amount, order.currency_code);
  const delivery = inclusive ? order.original_shipping_total : order.shipping_subtotal;
  const discount = inclusive ? order.discount_total : order.discount_subtotal;
  const [method] = order.shipping_methods;
  const rows: BillRow[] = [
    ["Items", money(inclusive ? order.original_item_total : order.item_subtotal)],
    [method ? `Delivery (${method.name})` : "Delivery", money(delivery)],
  ];
  if (discount > 0) rows.push(["Discount", money(-discount)]);
  if (!inclusive) rows.push(["Tax", money(order.tax_total)]);
  rows.push(["Total", money(order.total)]);
  if (inclusive) rows.push(["of which tax", money(order.tax_total)]);
  return rows;
}
