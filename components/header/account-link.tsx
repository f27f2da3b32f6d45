import Link from "next/link";
import { Icon } from "@/components/ui/icon";

/** The way to the account. Never prefetched: it is the shopper's own page, made when asked for. */
export function AccountLink({ href }: { href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label="Account"
      data-testid="nav-account-link"
      className="hidden size-11 place-items-center rounded-sm transition-colors hover:bg-sunken sm:grid"
    >
      <Icon name="person" />
    </Link>
  );
}
