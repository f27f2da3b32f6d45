"use client";

import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "@/components/browser-storage";
import { isEndReason } from "@/components/session/end-text";
import type { EndReason } from "@/lib/session/rotation";

/** In this tab's storage, so that it outlasts the pages that are loaded anew; also the event that tells of a change. */
const KEY = "session-ended";

/** Why the session is over, until that is dismissed or no longer true. */
export function useEndReason(): EndReason | null {
  const kept = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.sessionEnded ?? readStored("sessionStorage", KEY),
    () => null,
  );
  return isEndReason(kept) ? kept : null;
}

/** Where the browser keeps nothing, the reason lasts as long as the document. */
export function keepEndReason(reason: EndReason | null): void {
  const isKept = writeStored("sessionStorage", KEY, reason);
  const { dataset } = document.documentElement;
  if (reason && !isKept) dataset.sessionEnded = reason;
  else delete dataset.sessionEnded;
  window.dispatchEvent(new Event(KEY));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(KEY, listener);
  return () => window.removeEventListener(KEY, listener);
}
