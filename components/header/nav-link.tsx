"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the header, highlighted on its page. */
export function NavLink({ href, testId, children }: { href: string; testId?: string; children: ReactNode }) {
  const isCurrent = usePathname() === href;
  return (
    <Link
      href={href}
      data-testid={testId}
      aria-current={isCurrent ? "page" : undefined}
      className="flex min-h-11 items-center border-y-2 border-transparent text-sm font-medium whitespace-nowrap text-muted transition-colors hover:text-ink aria-[current]:border-b-accent-text aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}
