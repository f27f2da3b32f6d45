"use client";

import { CartRow } from "./cart-row";
import type { LineItem } from "@/lib/cart/cart";

type CartLinesProps = { lines: LineItem[]; onRemove: (lineId: string) => void };

/** Everything in the cart, in the order it was put there. */
export function CartLines({ lines, onRemove }: CartLinesProps) {
  return (
    <ul data-testid="items-table" aria-label="Things in your cart" className="border-t border-line">
      {lines.map((line) => (
        <CartRow key={line.variantId} line={line} onRemove={() => onRemove(line.id)} />
      ))}
    </ul>
  );
}
