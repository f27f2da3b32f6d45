"use client";

import { useCart } from "@/components/cart/context";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";

/** What happened to the cart: every change for those who listen, what went wrong for everyone. */
export function CartNotices({ className }: { className?: string }) {
  const { notice, dismiss } = useCart();
  return (
    <div className={className}>
      <p role="status" className="sr-only">
        {notice?.tone === "status" ? notice.text : ""}
      </p>
      {notice?.tone === "alert" && (
        <Notice tone="bad" data-testid="cart-error-message" className="pointer-events-auto shadow-lifted">
          <div className="flex items-start justify-between gap-4">
            <p className="font-medium">{notice.text}</p>
            <button
              type="button"
              aria-label="Dismiss"
              onClick={dismiss}
              className="-my-2.5 -mr-3 grid size-11 shrink-0 place-items-center rounded-sm hover:bg-sunken"
            >
              <Icon name="close" className="size-4" />
            </button>
          </div>
        </Notice>
      )}
    </div>
  );
}
