"use client";

import Link from "next/link";
import { QuantityForm } from "./quantity-form";
import { useCart } from "@/components/cart/store/use-cart";
import { StockNote } from "@/components/cart/stock-note";
import { getUpdatingStyle } from "@/components/cart/updating-style";
import { ProductPicture } from "@/components/catalog/product-picture";
import type { LineItem } from "@/lib/cart/cart";
import { getPath } from "@/lib/catalog/handle";
import { formatMoney } from "@/lib/money";
import type { FormEvent } from "react";
import { getErrorMessage } from "@/components/ui/error-text";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";

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

/** The unit price; shown if it is not the line's total, or reduced. */
function LinePrice({ line }: { line: LineItem }) {
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

type RemoveFormProps = { line: LineItem; onRemove: () => void };

/** Removes a line from the cart. */
function RemoveForm({ line, onRemove }: RemoveFormProps) {
  const { state, form } = useFormAction(useCart().actions.removeLineItem, `remove ${line.id}`);
  const removeAtOnce = (event: FormEvent) => {
    event.preventDefault();
    onRemove();
  };
  return (
    <ActionForm form={form} onSubmit={removeAtOnce}>
      <input type="hidden" name="lineId" value={line.id} />
      {state && !state.ok && (
        <p role="alert" className="text-sm text-bad">
          {getErrorMessage(state)}
        </p>
      )}
      <button
        data-testid="product-delete-button"
        className="-mr-2 min-h-11 rounded-sm px-2 text-sm text-muted link hover:text-ink"
      >
        Remove<span className="sr-only"> {line.title}</span>
      </button>
    </ActionForm>
  );
}
