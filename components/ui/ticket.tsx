import clsx from "clsx";
import type { ReactNode } from "react";

/** A number on a cloakroom ticket: the cart's count, an order's number. */
export function Ticket({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex min-h-[1.7em] min-w-[2.4em] items-center justify-center bg-accent ticket leading-none font-semibold text-on-accent tabular-nums",
        className,
      )}
    >
      {children}
    </span>
  );
}
