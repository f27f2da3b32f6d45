"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { ShopperState } from "@/lib/customer/shopper-state";

/** Hides the page: see `html[data-covered]` in globals.css. */
export function hidePage(): void {
  document.documentElement.dataset.covered = "";
}

/**
 * Guards against the back/forward cache: a page with personal content is hidden before it is cached, and shown again only
 * if the same customer is still signed in. Otherwise, or if that cannot be found out, the page is reloaded.
 * @param tag of the customer shown (see `ShopperState`), null for a guest, undefined if not known yet
 * @param revalidate fetches the current state
 */
export function useBfcacheGuard(
  tag: string | null | undefined,
  revalidate: () => Promise<ShopperState | null>,
): void {
  const router = useRouter();
  useEffect(() => {
    const onPageHide = ({ persisted }: PageTransitionEvent) => {
      if (persisted && tag !== null) hidePage();
    };
    const onPageShow = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      if (tag === undefined) return location.reload();
      const shopper = await revalidate();
      const isSame = shopper && (shopper.customer?.tag ?? null) === tag;
      // A guest's page was not hidden, so it stays even if the state could not be fetched.
      if (!isSame && tag !== null) return location.reload();
      delete document.documentElement.dataset.covered;
      router.refresh();
    };
    window.addEventListener("pagehide", onPageHide);
    window.addEventListener("pageshow", onPageShow);
    return () => {
      window.removeEventListener("pagehide", onPageHide);
      window.removeEventListener("pageshow", onPageShow);
    };
  }, [tag, revalidate, router]);
}
