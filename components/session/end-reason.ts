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
    () => readStored("sessionStorage", KEY) ?? readName(),
    () => null,
  );
  return isEndReason(kept) ? kept : null;
}

/** Where the browser keeps nothing, the tab's name does: it outlasts a reload, too, and the reason is no secret. */
export function keepEndReason(reason: EndReason | null): void {
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
