import type { MailRow } from "./layout";
import { roundParts } from "./minor-units";
import { formatMoney } from "./money";
import type { MailLine, MailOrder } from "./order";

/**
 * Lists the rows of an order's bill. Lines add up to "Items", and items, delivery, discount, tax and credit to the
 * total, as displayed. The rule is the storefront's (lib/cart/totals.ts): if any price includes tax, all amounts do;
 * otherwise tax is a row. The discount is the difference to the total.
 */
export function listBillRows(order: MailOrder): { items: MailRow[]; totals: MailRow[] } {
  const { currency_code: currency, total, tax_total: tax } = order;
  const inclusive = order.items.some((item) => item.is_tax_inclusive);
  const amounts = order.items.map((item) => (inclusive ? item.original_total : item.subtotal));
  const itemsAmount = amounts.reduce((sum, amount) => sum + amount, 0);
  const delivery = inclusive ? order.original_shipping_total : order.shipping_subtotal;
  const added = inclusive ? 0 : tax;
  const credit = order.credit_line_total;
  const discount = itemsAmount + delivery + added - credit - total;
  const parts = roundParts([itemsAmount, delivery, -discount, added, -credit], total, currency);
  const [itemsPart = 0, deliveryPart = 0, discountPart = 0, taxPart = 0, creditPart = 0] = parts;
  const money = (amount: number) => formatMoney(amount, currency);
  const methods = order.shipping_methods.flatMap(({ name }) => name ?? []).join(", ");
  const totals: MailRow[] = [
    ["Items", money(itemsPart)],
    [methods ? `Delivery (${methods})` : "Delivery", money(deliveryPart)],
  ];
  if (discountPart < 0) totals.push(["Discount", money(discountPart)]);
  if (!inclusive) totals.push(["Tax", money(taxPart)]);
  if (creditPart < 0) totals.push(["Credit", money(creditPart)]);
  totals.push(["Total", money(total)]);
  if (inclusive) totals.push(["of which tax", money(tax)]);
  const lines = roundParts(amounts, itemsPart, currency);
  const items = order.items.map((item, index): MailRow => [
    nameLine(item),
    money(lines[index] ?? 0),
    isWebAddress(item.thumbnail) ? item.thumbnail : undefined,
  ]);
  return { items, totals };
}

/** Mail readers load no other addresses. */
const isWebAddress = (url: string | null | undefined): url is string => /^https?:\/\//i.test(url ?? "");

/** "2 × The Attendant's Scarf, Ink". */
export function nameLine({ quantity, product_title, title, variant_title }: MailLine): string {
  return `${quantity} × ${[product_title ?? title, ...listChoices(variant_title)].join(", ")}`;
}

/** Option values of a variant title: "Ink" and "M" for "Ink / M"; none for a single size. As in the storefront. */
function listChoices(variantTitle: string | null | undefined): string[] {
  const values = (variantTitle ?? "").split(" / ").map((value) => value.trim());
  return values.filter(
    (value) => value && !/^(one size|default( variant| option value| title)?)$/i.test(value),
  );
}
