"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition, type ComponentProps, type MouseEvent } from "react";
import type { ShownCart } from "@/components/cart/cart-state";
import { useCart } from "@/components/cart/context";
import { ButtonLink } from "@/components/ui/button-link";

type Target = {
  /** Where it leads; where that depends on the cart, it is asked once more when it goes there. */
  href: string | ((cart: ShownCart | null) => string);
  /** Called when it goes there. */
  onLeave?: (() => void) | undefined;
};

/**
 * A link to a page that the server makes from the cart. Pressed while something is under way, it waits for the answer,
 * so that the page has it; when that was refused, it stays here, beside the message.
 */
function useCartPageLink({ href, onLeave }: Target) {
  const { cart, isUpdating, whenSettled } = useCart();
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  const getHref = (of: ShownCart | null) => (typeof href === "string" ? href : href(of));

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!isUpdating && !isBusy) return onLeave?.();
    event.preventDefault();
    if (isBusy) return;
    const page = location.href;
    startTransition(async () => {
      const { cart: settled, isDone } = await whenSettled();
      // Whoever has gone somewhere else meanwhile stays there.
      if (!isDone || !isHere.current || location.href !== page) return;
      onLeave?.();
      startTransition(() => router.push(getHref(settled)));
    });
  }
  return { href: getHref(cart), onClick, isBusy };
}

type CartPageLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onClick" | "prefetch"> & Target;

/** As a plain link. Never prefetched: its page is the shopper's own, and made when asked for. */
export function CartPageLink({ href, onLeave, ...rest }: CartPageLinkProps) {
  const { isBusy, ...link } = useCartPageLink({ href, onLeave });
  return <Link {...rest} {...link} prefetch={false} aria-busy={isBusy || undefined} />;
}

type CartPageButtonProps = Omit<
  ComponentProps<typeof ButtonLink>,
  "href" | "onClick" | "prefetch" | "isBusy"
> &
  Target;

/** As a link that looks like a button. */
export function CartPageButton({ href, onLeave, ...rest }: CartPageButtonProps) {
  return <ButtonLink {...rest} {...useCartPageLink({ href, onLeave })} prefetch={false} />;
}
