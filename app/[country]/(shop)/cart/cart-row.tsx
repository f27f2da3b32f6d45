"use client";

import Link from "next/link";
import { LinePrice } from "./line-price";
import { QuantityForm } from "./quantity-form";
import { RemoveForm } from "./remove-form";
import { useCart } from "@/components/cart/context";
import { StockNote } from "@/components/cart/stock-note";
import { getUpdatingStyle } from "@/components/cart/updating-style";
import { ProductPicture } from "@/components/catalog/product-picture";
import type { LineItem } from "@/lib/cart/cart";
import { getPath } from "@/lib/catalog/handle";
import { formatMoney } from "@/lib/money";

type CartRowProps = { line: LineItem; onRemove: () => void };

/** One line of the cart page. */
export function CartRow({ line, onRemove }: CartRowProps) {
  const { market, isUpdating } = useCart();
  const href = `/${market.country}${getPath("products", line.handle)}`;
  return (
    <li data-testid="product-row" className="flex gap-4 border-b border-line py-6 sm:gap-6">
      <Link href={href} tabIndex={-1} aria-hidden="true" className="w-24 shrink-0 sm:w-32">
        <ProductPicture
          picture={line.pictureUrl ? { url: line.pictureUrl, alt: "" } : null}
          sizes="(min-width: 640px) 128px, 96px"
          widest={384}
          loading="eager"
        />
      </Link>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="min-w-0 display text-lg leading-snug wrap-break-word">
            <Link href={href} data-testid="product-title" className="hover:underline">
              {line.title}
            </Link>
          </h2>
          <span
            data-testid="product-price"
            data-value={line.total.amount}
            className={getUpdatingStyle(isUpdating, "font-medium tabular-nums")}
          >
            {formatMoney(line.total, market.locale)}
          </span>
        </div>
        {line.variant && (
          <p data-testid="product-variant" className="mt-0.5 text-sm text-muted">
            {line.variant}
          </p>
        )}
        <LinePrice line={line} />
        <StockNote line={line} className="mt-1" />
        <div className="mt-auto flex flex-wrap items-end justify-between gap-x-4 gap-y-2 pt-4">
          {line.isForSale ? <QuantityForm line={line} /> : <span />}
          <RemoveForm line={line} onRemove={onRemove} />
        </div>
      </div>
    </li>
  );
}
