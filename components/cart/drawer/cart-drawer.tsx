"use client";

import { CartLoading } from "@/components/cart/drawer/cart-loading";
import { CartNotices } from "@/components/cart/cart-notices";
import { useCart } from "@/components/cart/store/use-cart";
import { DrawerFooter } from "@/components/cart/drawer/drawer-footer";
import { DrawerLine } from "@/components/cart/drawer/drawer-line";
import { EmptyCart } from "@/components/cart/empty-cart";
import { IdlePromotions } from "@/components/cart/promotions/idle-promotions";
import { Drawer } from "@/components/ui/drawer";
import { listKeys } from "@/components/ui/list-keys";

/** The cart drawer, opened by adding an item and by the header's cart link. */
export function CartDrawer() {
  const { cart, isKnown, isOpen, open, close, market } = useCart();
  const lines = cart?.lines ?? [];
  const keys = listKeys(lines.map(({ variantId }) => variantId));
  return (
    <Drawer
      isOpen={isOpen}
      onOpenChange={(next) => (next ? open() : close())}
      title="Your cart"
      testId="nav-cart-dropdown"
      footer={cart && lines.length > 0 ? <DrawerFooter cart={cart} /> : undefined}
    >
      <CartNotices className="pb-2" />
      {isKnown && lines.length === 0 && <EmptyCart country={market.country} onLeave={close} />}
      <ul>
        {lines.map((line, index) => (
          <DrawerLine key={keys[index]} line={line} />
        ))}
      </ul>
      {cart && lines.length > 0 && <IdlePromotions promotions={cart.promotions} className="mt-4" />}
      {!isKnown && <CartLoading />}
    </Drawer>
  );
}
