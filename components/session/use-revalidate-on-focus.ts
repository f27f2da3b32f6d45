"use client";

import { useEffect } from "react";

/** Revalidates on mount, on focus, when the tab becomes visible and when the browser is online again; one at a time. */
export function useRevalidateOnFocus(revalidate: () => Promise<unknown>): void {
  useEffect(() => {
    let isRevalidating = false;
    const onFocus = async () => {
      if (isRevalidating || document.visibilityState === "hidden") return;
      isRevalidating = true;
      await revalidate();
      isRevalidating = false;
    };
    void onFocus();
    window.addEventListener("focus", onFocus);
    window.addEventListener("online", onFocus);
    document.addEventListener("visibilitychange", onFocus);
    return () => {
      window.removeEventListener("focus", onFocus);
      window.removeEventListener("online", onFocus);
      document.removeEventListener("visibilitychange", onFocus);
    };
  }, [revalidate]);
}
