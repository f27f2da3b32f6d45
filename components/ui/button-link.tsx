import Link from "next/link";
import type { ComponentProps } from "react";
import { getButtonStyle, type ButtonSize, type ButtonTone } from "@/components/ui/button-style";

type ButtonLinkProps = ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize };

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ tone, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={getButtonStyle({ tone, size, className })} />;
}
