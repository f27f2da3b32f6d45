"use client";

import { useCart } from "@/components/cart/context";
import type { LineItem } from "@/lib/cart/cart";
import { formatMoney } from "@/lib/money";

/** What one piece costs: shown when it is not the line's total, or when it is reduced. */
export function LinePrice({ line }: { line: LineItem }) {
  const { locale } = useCart().market;
  const { unitPrice, originalUnitPrice, quantity } = line;
  if (quantity === 1 && !originalUnitPrice) return null;
  return (
    <p className="mt-0.5 text-sm text-muted tabular-nums">
      <span
        data-testid="product-unit-price"
        data-value={unitPrice.amount}
        className={originalUnitPrice ? "text-accent-text" : undefined}
      >
        {formatMoney(unitPrice, locale)}
      </span>
      {originalUnitPrice && (
        <>
          <span className="sr-only"> instead of</span>{" "}
          <s data-testid="product-unit-original-price" data-value={originalUnitPrice.amount}>
            {formatMoney(originalUnitPrice, locale)}
          </s>
        </>
      )}{" "}
      each
    </p>
  );
}
