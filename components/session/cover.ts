"use client";

import { useEffect } from "react";

/** Hides the page until it is known, or made, fit to be seen: see `html[data-covered]` in globals.css. */
export function coverPage(): void {
  document.documentElement.dataset.covered = "";
}

/**
 * Browsers keep whole pages for the Back button. One that shows something personal is put away covered, and shown
 * again once it is known that the same shopper is still there. If it is somebody else, whoever follows the session
 * loads the page anew.
 */
export function useCoverInBackCache(isPersonal: boolean, look: () => Promise<void>): void {
  useEffect(() => {
    const onPageHide = ({ persisted }: PageTransitionEvent) => {
      if (persisted && isPersonal) coverPage();
    };
    const onPageShow = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      await look();
      delete document.documentElement.dataset.covered;
    };
    window.addEventListener("pagehide", onPageHide);
    window.addEventListener("pageshow", onPageShow);
    return () => {
      window.removeEventListener("pagehide", onPageHide);
      window.removeEventListener("pageshow", onPageShow);
    };
  }, [isPersonal, look]);
}
