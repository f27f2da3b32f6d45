"use client";

import { useEffect, useState, type ComponentType } from "react";
import { CartNotices } from "@/components/cart/cart-notices";
import { useCart } from "@/components/cart/store/use-cart";

/** Loaded on demand: dialogs need more script than the rest of the cart. */
const loadDrawer = () => import("@/components/cart/drawer/cart-drawer").then((module) => module.CartDrawer);

/** The drawer, once it has been opened, and notices while it is closed. */
export function CartOverlay() {
  const { isOpen, close } = useCart();
  const [Drawer, setDrawer] = useState<ComponentType | null>(null);
  useEffect(preloadOnFirstTouch, []);
  useEffect(() => {
    // If it cannot be loaded it stays closed, and the notices are shown without it.
    if (isOpen && !Drawer) loadDrawer().then((drawer) => setDrawer(() => drawer), close);
  }, [isOpen, Drawer, close]);
  return (
    <>
      {Drawer && <Drawer />}
      <div className="pointer-events-none fixed inset-x-0 bottom-0 z-50 mx-auto w-full max-w-lg p-4">
        {!isOpen && <CartNotices />}
      </div>
    </>
  );
}

/** Preloads the drawer at the first interaction with the page. */
function preloadOnFirstTouch() {
  const preload = () => void loadDrawer().catch(() => null);
  const options = { once: true, passive: true } as const;
  window.addEventListener("pointerdown", preload, options);
  window.addEventListener("keydown", preload, options);
  return () => {
    window.removeEventListener("pointerdown", preload);
    window.removeEventListener("keydown", preload);
  };
}
