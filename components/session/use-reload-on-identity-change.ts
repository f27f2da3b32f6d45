"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { hardReload } from "@/components/session/hard-navigation";
import { isSignInPage } from "@/lib/pages";

/**
 * Refreshes the page when a customer has signed in, and reloads the document when one has signed out or changed: the
 * router caches pages, and none of theirs may stay in it.
 * @param tag of the current customer, null for a guest, undefined if not known yet
 */
export function useReloadOnIdentityChange(tag: string | null | undefined): void {
  const router = useRouter();
  const pathname = usePathname();
  const shown = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    // These pages navigate away by themselves after a success, which a reload would cancel.
    if (tag === undefined || isSignInPage(pathname)) return;
    const before = shown.current;
    shown.current = tag;
    if (before === undefined || before === tag) return;
    if (before === null) return router.refresh();
    hardReload();
  }, [tag, pathname, router]);
}
