"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition, type ComponentProps, type MouseEvent } from "react";
import type { ShownCart } from "@/components/cart/store/cart-state";
import { useCart } from "@/components/cart/store/use-cart";
import { ButtonLink } from "@/components/ui/button-link";

type Target = {
  /** The URL; a function of the cart is called again on navigation. */
  href: string | ((cart: ShownCart | null) => string);
  /** Called on navigation. */
  onLeave?: (() => void) | undefined;
};

/**
 * A link to a page that the server renders from the cart. Waits for pending operations, so that the page includes them;
 * does not navigate if one of them was refused.
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
      // The shopper has navigated elsewhere meanwhile.
      if (!isDone || !isHere.current || location.href !== page) return;
      onLeave?.();
      startTransition(() => router.push(getHref(settled)));
    });
  }
  return { href: getHref(cart), onClick, isBusy };
}

type CartPageLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onClick" | "prefetch"> & Target;

/** As a plain link. Not prefetched, as the page is personal. */
export function CartPageLink({ href, onLeave, ...rest }: CartPageLinkProps) {
  const { isBusy, ...link } = useCartPageLink({ href, onLeave });
  return <Link {...rest} {...link} prefetch={false} aria-busy={isBusy || undefined} />;
}

type CartPageButtonProps = Omit<
  ComponentProps<typeof ButtonLink>,
  "href" | "onClick" | "prefetch" | "isBusy"
> &
  Target;

/** As a button-styled link. */
export function CartPageButton({ href, onLeave, ...rest }: CartPageButtonProps) {
  return <ButtonLink {...rest} {...useCartPageLink({ href, onLeave })} prefetch={false} />;
}
