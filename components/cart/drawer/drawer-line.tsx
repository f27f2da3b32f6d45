"use client";

import Link from "next/link";
import { ProductPicture } from "@/components/catalog/product-picture";
import { useCart } from "@/components/cart/store/use-cart";
import { StockNote } from "@/components/cart/stock-note";
import { getUpdatingStyle } from "@/components/cart/updating-style";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { getLineLimit, type LineItem } from "@/lib/cart/cart";
import { getPath } from "@/lib/catalog/handle";
import { formatMoney } from "@/lib/money";

/** A line in the drawer. */
export function DrawerLine({ line }: { line: LineItem }) {
  const { market, change, remove, close, isUpdating } = useCart();
  const href = `/${market.country}${getPath("products", line.handle)}`;
  return (
    <li data-testid="cart-item" className="flex gap-4 border-b border-line py-5 first:pt-2 last:border-0">
      <Link href={href} onClick={close} tabIndex={-1} aria-hidden="true" className="w-22 shrink-0">
        <ProductPicture
          picture={line.pictureUrl ? { url: line.pictureUrl, alt: "" } : null}
          sizes="88px"
          widest={256}
        />
      </Link>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-baseline justify-between gap-3">
          <Link
            href={href}
            onClick={close}
            data-testid="product-link"
            className="min-w-0 text-sm font-medium wrap-break-word hover:underline"
          >
            {line.title}
          </Link>
          <span className={getUpdatingStyle(isUpdating, "text-sm tabular-nums")}>
            {formatMoney(line.total, market.locale)}
          </span>
        </div>
        {line.variant && (
          <p data-testid="cart-item-variant" className="mt-0.5 text-xs text-muted">
            {line.variant}
          </p>
        )}
        <StockNote line={line} className="mt-0.5" />
        <div className="mt-auto flex flex-wrap items-center justify-between gap-x-2 pt-3">
          <span data-testid="cart-item-quantity" data-value={line.quantity} className="relative">
            {/* For test suites of the official starter, which read the quantity as text. */}
            <span aria-hidden="true" className="sr-only">
              Quantity: {line.quantity}
            </span>
            <QuantityStepper
              label={`Quantity of ${line.title}`}
              value={line.quantity}
              max={line.isForSale ? getLineLimit(line.available) : line.quantity}
              onChange={(quantity) => change(line.id, quantity)}
            />
          </span>
          <button
            type="button"
            onClick={() => remove(line.id)}
            data-testid="cart-item-remove-button"
            className="-mr-2 min-h-11 rounded-sm px-2 text-xs text-muted link hover:text-ink"
          >
            Remove<span className="sr-only"> {line.title}</span>
          </button>
        </div>
      </div>
    </li>
  );
}
