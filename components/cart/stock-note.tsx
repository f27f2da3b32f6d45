import clsx from "clsx";
import type { LineItem } from "@/lib/cart/cart";
import { LOW_STOCK_THRESHOLD } from "@/lib/catalog/product";

type Stocked = Pick<LineItem, "available" | "onHand" | "quantity" | "isForSale">;

/** Whether a line cannot be bought in any quantity. */
export function isNotForSale({ isForSale }: Pick<LineItem, "isForSale">): boolean {
  return !isForSale;
}

/** Whether the quantity exceeds the stock, so that the order would be refused. */
export function isShort({ available, quantity, isForSale }: Stocked): boolean {
  return isForSale && available !== null && quantity > available;
}

/** A note on the line's stock: not for sale, too many, few left, or on backorder. */
export function StockNote({ line, className }: { line: Stocked; className?: string }) {
  const text = describeError(line);
  if (!text) return null;
  const isBad = isShort(line) || isNotForSale(line);
  return (
    <p
      data-testid="stock-note"
      className={clsx("text-xs font-medium", isBad ? "text-bad" : "text-brass", className)}
    >
      {text}
    </p>
  );
}

function describeError(line: Stocked): string | null {
  const { available, onHand, quantity } = line;
  if (isNotForSale(line)) return "No longer available. Please remove it.";
  if (onHand !== undefined && quantity > onHand) return describeBackorder(onHand);
  if (available === 0) return "Sold out since you chose it. Please remove it.";
  if (available !== null && isShort(line)) return `Only ${available} left. Please choose fewer.`;
  return available === null || available > LOW_STOCK_THRESHOLD ? null : `Only ${available} left`;
}

function describeBackorder(onHand: number): string {
  const rest = "on backorder: sent when it is back in stock";
  return onHand === 0 ? `O${rest.slice(1)}.` : `${onHand} in stock, the rest ${rest}.`;
}
