import clsx from "clsx";
import type { ComponentProps } from "react";
import { getButtonStyle, type ButtonSize, type ButtonTone } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/spinner";

type ButtonProps = ComponentProps<"button"> & { tone?: ButtonTone; size?: ButtonSize; isBusy?: boolean };

/**
 * A button. While `isBusy` it keeps width and focus and ignores clicks; `disabled` would lose the keyboard focus.
 */
export function Button({ tone, size, isBusy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={getButtonStyle({ tone, size, className })}
    >
      {/* Transparent instead of removed, so that the accessible name stays. */}
      <span className={clsx("inline-flex items-center gap-[inherit]", isBusy && "opacity-0")}>
        {children}
      </span>
      {isBusy && <Spinner className="absolute" />}
    </button>
  );
}
