"use client";

import { useSyncExternalStore } from "react";
import { isEndReason } from "@/components/session/end-text";
import type { EndReason } from "@/lib/session/rotation";

/** In this tab's storage, so that it outlasts the pages that are loaded anew; also the event that tells of a change. */
const KEY = "session-ended";

/** Why the session is over, until that is dismissed or no longer true. */
export function useEndReason(): EndReason | null {
  const kept = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(KEY),
    () => null,
  );
  return isEndReason(kept) ? kept : null;
}

export function keepEndReason(reason: EndReason | null): void {
  if (reason) sessionStorage.setItem(KEY, reason);
  else sessionStorage.removeItem(KEY);
  window.dispatchEvent(new Event(KEY));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(KEY, listener);
  return () => window.removeEventListener(KEY, listener);
}
