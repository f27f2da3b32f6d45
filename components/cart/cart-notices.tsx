"use client";

import { useCart } from "@/components/cart/context";
import { DismissibleNotice } from "@/components/ui/dismissible-notice";

/** What happened to the cart: every change for those who listen, what went wrong for everyone. */
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
