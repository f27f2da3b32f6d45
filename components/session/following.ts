"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { reloadDocument } from "@/components/session/departure";

/**
 * Follows who is here. Where somebody has come, the page is asked for anew. Where somebody has gone, the whole document
 * goes: the router keeps pages, shown and hidden, and nothing of theirs may be left in it.
 * @param tag undefined until this tab knows
 */
export function useFollowing(tag: string | null | undefined): void {
  const router = useRouter();
  const pathname = usePathname();
  const shown = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    // On its way on: loading this page anew would undo that.
    if (tag === undefined || isEntry(pathname)) return;
    const before = shown.current;
    shown.current = tag;
    if (before === undefined || before === tag) return;
    if (before === null) return router.refresh();
    reloadDocument();
  }, [tag, pathname, router]);
}

/** Whether signing in is what the page is for. */
export function isEntry(pathname: string): boolean {
  return /^\/[^/]+\/(login|register|forgot-password|reset-password)$/.test(pathname);
}
