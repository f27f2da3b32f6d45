import clsx from "clsx";
import type { ComponentProps } from "react";
import { getButtonStyle, type ButtonSize, type ButtonTone } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/spinner";

type ButtonProps = ComponentProps<"button"> & { tone?: ButtonTone; size?: ButtonSize; isBusy?: boolean };

/**
 * A button. While `isBusy` it keeps its width and its focus, and takes no second click: `disabled` would drop the
 * focus of somebody on a keyboard.
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
      {/* Seen through, not taken away: what it is called stays its name. */}
      <span className={clsx("inline-flex items-center gap-[inherit]", isBusy && "opacity-0")}>
        {children}
      </span>
      {isBusy && <Spinner className="absolute" />}
    </button>
  );
}
