"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Shopper } from "@/lib/cart/cart";

/** Hides the page until it is known, or made, fit to be seen: see `html[data-covered]` in globals.css. */
export function coverPage(): void {
  document.documentElement.dataset.covered = "";
}

/**
 * Browsers keep whole pages for the Back button. One that shows something personal is put away covered, and shown
 * again once it is known that the same shopper is still there. If it is somebody else, or nobody can say, the page is
 * loaded anew: the server then shows what is theirs, or that it cannot say.
 * @param mark of who is shown: see `Shopper`; undefined while that is not known, which is as good as somebody
 */
export function useCoverInBackCache(
  mark: string | null | undefined,
  look: () => Promise<Shopper | null>,
): void {
  const router = useRouter();
  useEffect(() => {
    const onPageHide = ({ persisted }: PageTransitionEvent) => {
      if (persisted && mark !== null) coverPage();
    };
    const onPageShow = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      if (mark === undefined) return location.reload();
      const shopper = await look();
      const isSame = shopper && (shopper.customer?.mark ?? null) === mark;
      // A guest's page was not covered, and is right without an answer.
      if (!isSame && mark !== null) return location.reload();
      delete document.documentElement.dataset.covered;
      router.refresh();
    };
    window.addEventListener("pagehide", onPageHide);
    window.addEventListener("pageshow", onPageShow);
    return () => {
      window.removeEventListener("pagehide", onPageHide);
      window.removeEventListener("pageshow", onPageShow);
    };
  }, [mark, look, router]);
}
