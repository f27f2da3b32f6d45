import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";
import { getButtonStyle, type ButtonSize, type ButtonTone } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/spinner";

type ButtonLinkProps = ComponentProps<typeof Link> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  isBusy?: boolean;
};

/** A button-styled link. `isBusy` while it waits to navigate. */
export function ButtonLink({ tone, size, isBusy = false, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} aria-busy={isBusy || undefined} className={getButtonStyle({ tone, size, className })}>
      <span className={clsx("inline-flex items-center gap-[inherit]", isBusy && "opacity-0")}>
        {children}
      </span>
      {isBusy && <Spinner className="absolute" />}
    </Link>
  );
}
