import Link from "next/link";
import { Ticket } from "@/components/ui/ticket";

/** The way to the cart, with the number of things in it. */
export function CartLink({ href }: { href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-testid="nav-cart-link"
      className="flex min-h-11 items-center gap-2 rounded-sm pl-2 text-sm font-medium"
    >
      Cart <Ticket>0</Ticket>
    </Link>
  );
}
