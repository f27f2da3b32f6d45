import clsx from "clsx";
import type { ComponentProps } from "react";

/** A badge: "Sold out", "3 left". */
export function Badge({ className, ...rest }: ComponentProps<"span">) {
  return (
    <span
      {...rest}
      className={clsx(
        "inline-flex items-center rounded-sm bg-paper px-2 py-1 text-xs leading-none font-semibold text-ink",
        className,
      )}
    />
  );
}
