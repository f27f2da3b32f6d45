"use client";

import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "@/components/browser-storage";
import { isEndReason } from "@/components/session/end-text";
import type { EndReason } from "@/lib/session/rotation";

/** The key in the tab's storage, which survives reloads, and the event for changes. */
const KEY = "session-ended";

/** Why the session ended, until it is dismissed or somebody signs in. */
export function useEndReason(): EndReason | null {
  const kept = useSyncExternalStore(
    subscribe,
    () => readStored("sessionStorage", KEY) ?? readName(),
    () => null,
  );
  return isEndReason(kept) ? kept : null;
}

/** Stores the reason; without storage in the tab's name, which survives reloads too. The reason is not a secret. */
export function storeEndReason(reason: EndReason | null): void {
  const isKept = writeStored("sessionStorage", KEY, reason);
  if (reason && !isKept) window.name = `${KEY}:${reason}`;
  else if (readName()) window.name = "";
  window.dispatchEvent(new Event(KEY));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(KEY, listener);
  return () => window.removeEventListener(KEY, listener);
}

function readName(): string | null {
  return window.name.startsWith(`${KEY}:`) ? window.name.slice(KEY.length + 1) : null;
}
