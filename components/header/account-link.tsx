"use client";

import Link from "next/link";
import { useShopper } from "@/components/cart/store/use-cart";
import { Icon } from "@/components/ui/icon";

/** The link to the account. Not prefetched, as the page is personal. */
export function AccountLink({ href }: { href: string }) {
  const { customer } = useShopper();
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={customer ? `Account of ${customer.firstName}` : "Account"}
      data-testid="nav-account-link"
      className="relative hidden size-11 place-items-center rounded-sm transition-colors hover:bg-sunken sm:grid"
    >
      <Icon name="person" />
      {customer && (
        <span
          aria-hidden="true"
          className="absolute top-2 right-2 size-2.5 rounded-full border-2 border-paper bg-accent-text"
        />
      )}
    </Link>
  );
}
