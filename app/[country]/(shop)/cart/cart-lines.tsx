"use client";

import { CartRow } from "./cart-row";
import { listKeys } from "@/components/ui/list-keys";
import type { LineItem } from "@/lib/cart/cart";

type CartLinesProps = { lines: LineItem[]; onRemove: (lineId: string) => void };

/** Everything in the cart, in the order it was put there. */
export function CartLines({ lines, onRemove }: CartLinesProps) {
  const keys = listKeys(lines.map(({ variantId }) => variantId));
  return (
    <ul data-testid="items-table" aria-label="Things in your cart" className="border-t border-line">
      {lines.map((line, index) => (
        <CartRow key={keys[index]} line={line} onRemove={() => onRemove(line.id)} />
      ))}
    </ul>
  );
}
