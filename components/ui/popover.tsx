import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type PopoverButtonProps = ComponentProps<"button"> & { popoverId: string };

/** Opens and closes a `Popover` with the browser's Popover API, so it works without script. */
export function PopoverButton({ popoverId, children, ...rest }: PopoverButtonProps) {
  return (
    <button type="button" {...rest} popoverTarget={popoverId}>
      {children}
    </button>
  );
}

type PopoverProps = ComponentProps<"div"> & { id: string; label: string; children: ReactNode };

/** A panel in the top layer, positioned by its `className`. */
export function Popover({ label, className, children, ...rest }: PopoverProps) {
  return (
    <div
      popover="auto"
      role="group"
      aria-label={label}
      {...rest}
      className={clsx("m-0 popover bg-paper text-ink shadow-lifted outline-none", className)}
    >
      {children}
    </div>
  );
}
