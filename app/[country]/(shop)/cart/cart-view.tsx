"use client";

import { useRef } from "react";
import { CartSummary } from "./cart-summary";
import { useCart } from "@/components/cart/store/use-cart";
import { EmptyCart } from "@/components/cart/empty-cart";
import { useLiveCart } from "@/components/cart/store/use-live-cart";
import type { Cart, LineItem } from "@/lib/cart/cart";
import { CartRow } from "./cart-row";
import { listKeys } from "@/components/ui/list-keys";

/** The cart page: rendered on the server, then kept up to date from the cart store. */
export function CartView({ initial, isGuest }: { initial: Cart | null; isGuest: boolean }) {
  const cart = useLiveCart(initial);
  const { market, remove } = useCart();
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = cart?.lines ?? [];
  // The focused button is removed with its line.
  const removeLineItem = (lineId: string) => {
    remove(lineId);
    heading.current?.focus();
  };
  return (
    <div data-testid="cart-container" className="page pt-8 pb-section lg:pt-12">
      <h1 ref={heading} tabIndex={-1} className="display text-3xl outline-none">
        Your cart
      </h1>
      {!cart || lines.length === 0 ? (
        <EmptyCart country={market.country} />
      ) : (
        <div className="mt-6 grid gap-x-16 gap-y-10 lg:mt-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <CartLines lines={lines} onRemove={removeLineItem} />
          <CartSummary cart={cart} isGuest={isGuest} />
        </div>
      )}
    </div>
  );
}

type CartLinesProps = { lines: LineItem[]; onRemove: (lineId: string) => void };

/** The lines of the cart, in the order they were added. */
function CartLines({ lines, onRemove }: CartLinesProps) {
  const keys = listKeys(lines.map(({ variantId }) => variantId));
  return (
    <ul data-testid="items-table" aria-label="Things in your cart" className="border-t border-line">
      {lines.map((line, index) => (
        <CartRow key={keys[index]} line={line} onRemove={() => onRemove(line.id)} />
      ))}
    </ul>
  );
}
