"use client";

import { CartPageLink } from "@/components/cart/cart-page-link";
import { useCart } from "@/components/cart/store/use-cart";
import { Ticket } from "@/components/ui/ticket";

/** A placeholder as wide as a digit, until the count is known. */
const UNKNOWN = "\u2007";

/** The link to the cart with the number of items: "Cart (2)" for screen readers, a ticket for the eye. */
export function CartLink({ href }: { href: string }) {
  const { count, isKnown, isUnreachable } = useCart();
  const isMissing = !isKnown && isUnreachable;
  return (
    <CartPageLink
      href={href}
      data-testid="nav-cart-link"
      title={isMissing ? "We cannot reach the shop right now. Your cart is kept." : undefined}
      className="flex min-h-11 items-center gap-2 rounded-sm pl-2 text-sm font-medium aria-busy:cursor-progress"
    >
      Cart{" "}
      <Ticket className="cart-count min-w-[3.1em]">
        <span className="sr-only">(</span>
        {isKnown ? count : isMissing ? "?" : UNKNOWN}
        <span className="sr-only">)</span>
      </Ticket>
    </CartPageLink>
  );
}
