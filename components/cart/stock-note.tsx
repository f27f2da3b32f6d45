import clsx from "clsx";
import type { LineItem } from "@/lib/cart/cart";
import { FEW } from "@/lib/catalog/product";

/** Whether a line asks for more than there is, so that the order would be refused. */
export function isShort({ available, quantity }: Pick<LineItem, "available" | "quantity">): boolean {
  return available !== null && quantity > available;
}

/** How many are left, when that limits the choice; plainly, when it breaks it; and how many have to be waited for. */
export function StockNote({ line, className }: { line: LineItem; className?: string }) {
  const { available, onHand } = line;
  if (onHand !== undefined && line.quantity > onHand) {
    return (
      <p data-testid="stock-note" className={clsx("text-xs font-medium text-brass", className)}>
        {describeBackorder(onHand)}
      </p>
    );
  }
  if (available === null || (available > FEW && !isShort(line))) return null;
  return (
    <p
      data-testid="stock-note"
      className={clsx("text-xs font-medium", isShort(line) ? "text-bad" : "text-brass", className)}
    >
      {describeStock(line, available)}
    </p>
  );
}

function describeBackorder(onHand: number): string {
  const rest = "on backorder: sent when it is back in stock";
  return onHand === 0 ? `O${rest.slice(1)}.` : `${onHand} in stock, the rest ${rest}.`;
}

function describeStock(line: LineItem, available: number): string {
  if (available === 0) return "Sold out since you chose it. Please remove it.";
  if (isShort(line)) return `Only ${available} left. Please choose fewer.`;
  return `Only ${available} left`;
}
