"use client";

import { useEffect, useRef } from "react";
import { openChannel, readStored, writeStored } from "@/components/browser-storage";
import type { EndReason } from "@/lib/session/rotation";

/** The message between tabs: the tag of the current customer, and why a session has ended. */
type SessionMessage = { tag: string | null; ended: EndReason | null };

const CHANNEL = "cloakroom-session";

type Listeners = {
  /** Called when another tab knows another customer. */
  onChange: () => void;
  onEnd: (reason: EndReason) => void;
};

/**
 * Broadcasts changes of the session to the shop's other tabs and listens to theirs. Broadcasts only changes: a
 * BroadcastChannel message evicts pages from the back/forward cache.
 * @param tag of the current customer, null for a guest, undefined if not known yet
 */
export function useSessionBroadcast(
  { tag, ended }: { tag: string | null | undefined; ended: EndReason | null },
  { onChange, onEnd }: Listeners,
): void {
  const known = useRef(tag);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = openChannel(CHANNEL);
    channel.current = opened;
    opened?.addEventListener("message", ({ data }: MessageEvent<SessionMessage>) => {
      if (data.ended) onEnd(data.ended);
      if (data.ended || (known.current !== undefined && known.current !== data.tag)) onChange();
    });
    return () => opened?.close();
  }, [onChange, onEnd]);
  useEffect(() => {
    known.current = tag;
    if (tag === undefined || (!ended && readStored("localStorage", CHANNEL) === tag)) return;
    writeStored("localStorage", CHANNEL, tag);
    channel.current?.postMessage({ tag, ended } satisfies SessionMessage);
  }, [tag, ended]);
}
