"use client";

import { useCart } from "@/components/cart/store/use-cart";
import { DismissibleNotice } from "@/components/ui/dismissible-notice";

/** Notices about the cart: every change for screen readers, errors for everybody. */
export function CartNotices({ className }: { className?: string }) {
  const { notice, dismiss } = useCart();
  return (
    <div className={className}>
      <p role="status" className="sr-only">
        {notice?.tone === "status" ? notice.text : ""}
      </p>
      {notice?.tone === "alert" && (
        <DismissibleNotice tone="bad" data-testid="cart-error-message" onDismiss={dismiss}>
          <p className="font-medium">{notice.text}</p>
        </DismissibleNotice>
      )}
    </div>
  );
}
