"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { CartStore } from "@/components/cart/cart-store";
import type { Shopper } from "@/lib/cart/cart";

/** How long a tab may be out of sight before what it shows is asked for again. */
const STALE_AFTER_MILLISECONDS = 60_000;

const NOBODY: Shopper = { customer: null, cart: null };

/** Asks who is here. Null when the shop cannot say just now: what is shown stays as it is. */
export async function fetchShopper(): Promise<Shopper | null> {
  if (!hasHint()) return NOBODY;
  try {
    const answer = await fetch("/api/shopper", { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as Shopper) : null;
  } catch {
    return null;
  }
}

/** A first visit asks nothing: this cookie, which holds no data, says whether there is something to ask for. */
function hasHint(): boolean {
  return document.cookie.split("; ").includes("shopper=1");
}

/** Loads the shopper after the page, and again when the page is back from the browser's cache or a long absence. */
export function useShopperLoading(store: CartStore): void {
  const router = useRouter();
  useEffect(() => {
    let seenAt = Date.now();
    const onPageShow = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      void store.load();
      router.refresh();
    };
    const onVisibility = () => {
      const isBack = document.visibilityState === "visible" && Date.now() - seenAt > STALE_AFTER_MILLISECONDS;
      seenAt = Date.now();
      if (isBack) void store.load();
    };
    void store.load();
    window.addEventListener("pageshow", onPageShow);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      window.removeEventListener("pageshow", onPageShow);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [store, router]);
}
