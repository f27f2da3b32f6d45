"use client";

import Link from "next/link";
import { useCart } from "@/components/cart/provider";
import { Ticket } from "@/components/ui/ticket";

/** As wide as a digit: no count is said before it is known, or while the shop cannot say. */
const UNKNOWN = "\u2007";

/** The way to the cart, with the number of things in it. Reads "Cart (2)"; a ticket stands for the brackets. */
export function CartLink({ href }: { href: string }) {
  const { count, isKnown } = useCart();
  return (
    <Link
      href={href}
      prefetch={false}
      data-testid="nav-cart-link"
      className="flex min-h-11 items-center gap-2 rounded-sm pl-2 text-sm font-medium"
    >
      Cart{" "}
      <Ticket className="cart-count min-w-[3.1em]">
        <span className="sr-only">(</span>
        {isKnown || count > 0 ? count : UNKNOWN}
        <span className="sr-only">)</span>
      </Ticket>
    </Link>
  );
}
