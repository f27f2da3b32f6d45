"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { CartNotices } from "@/components/cart/cart-notices";
import { useCart } from "@/components/cart/context";

const loadDrawer = () => import("@/components/cart/cart-drawer").then((module) => module.CartDrawer);

/** Not part of any page's first load: dialogs weigh more than the rest of the cart. */
const CartDrawer = dynamic(loadDrawer, { ssr: false });

/** What lies over the page: the drawer once it has been asked for, and messages while it is closed. */
export function CartOverlay() {
  const { isOpen } = useCart();
  const [wasOpened, setWasOpened] = useState(false);
  if (isOpen && !wasOpened) setWasOpened(true);
  useEffect(preloadOnFirstTouch, []);
  return (
    <>
      {wasOpened && <CartDrawer />}
      <div className="pointer-events-none fixed inset-x-0 bottom-0 z-50 mx-auto w-full max-w-lg p-4">
        {!isOpen && <CartNotices />}
      </div>
    </>
  );
}

/** Whoever begins to use the page may open the drawer next. */
function preloadOnFirstTouch() {
  const preload = () => void loadDrawer();
  const options = { once: true, passive: true } as const;
  window.addEventListener("pointerdown", preload, options);
  window.addEventListener("keydown", preload, options);
  return () => {
    window.removeEventListener("pointerdown", preload);
    window.removeEventListener("keydown", preload);
  };
}
