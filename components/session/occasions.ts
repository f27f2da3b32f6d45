"use client";

import { useEffect } from "react";

/**
 * Looks after the page has come, and whenever somebody comes back to it: to its tab, to its window, to the net.
 * Several of these at once are one occasion.
 */
export function useOccasions(look: () => Promise<unknown>): void {
  useEffect(() => {
    let isLooking = false;
    const onOccasion = async () => {
      if (isLooking || document.visibilityState === "hidden") return;
      isLooking = true;
      await look();
      isLooking = false;
    };
    void onOccasion();
    window.addEventListener("focus", onOccasion);
    window.addEventListener("online", onOccasion);
    document.addEventListener("visibilitychange", onOccasion);
    return () => {
      window.removeEventListener("focus", onOccasion);
      window.removeEventListener("online", onOccasion);
      document.removeEventListener("visibilitychange", onOccasion);
    };
  }, [look]);
}
