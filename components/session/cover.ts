"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { ShopperState } from "@/lib/customer/shopper-state";

/** Hides the page until it is known, or made, fit to be seen: see `html[data-covered]` in globals.css. */
export function coverPage(): void {
  document.documentElement.dataset.covered = "";
}

/**
 * Browsers keep whole pages for the Back button. One that shows something personal is put away covered, and shown
 * again once it is known that the same shopper is still there. If it is somebody else, or nobody can say, the page is
 * loaded anew: the server then shows what is theirs, or that it cannot say.
 * @param tag of who is shown: see `ShopperState`; undefined while that is not known, which is as good as somebody
 */
export function useCoverInBackCache(
  tag: string | null | undefined,
  look: () => Promise<ShopperState | null>,
): void {
  const router = useRouter();
  useEffect(() => {
    const onPageHide = ({ persisted }: PageTransitionEvent) => {
      if (persisted && tag !== null) coverPage();
    };
    const onPageShow = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      if (tag === undefined) return location.reload();
      const shopper = await look();
      const isSame = shopper && (shopper.customer?.tag ?? null) === tag;
      // A guest's page was not covered, and is right without an answer.
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
  }, [tag, look, router]);
}
