"use client";

import { useEffect, useRef } from "react";
import { openChannel, readStored, writeStored } from "@/components/browser-storage";
import type { EndReason } from "@/lib/session/rotation";

/** What one tab has learned, for the others: who is here (a mark that tells nothing), and why nobody is any more. */
type News = { tag: string | null; ended: EndReason | null };

const CHANNEL = "cloakroom-session";

type Listeners = {
  /** Somebody else is here than this tab believes. */
  onChange: () => void;
  onEnd: (reason: EndReason) => void;
};

/**
 * Tells the shop's other tabs what this one has learned, and hears from them. Only news is told, so that pages which
 * browsers keep for the Back button are kept: a message makes them throw those away, which after a sign-out is as well.
 * @param tag undefined until this tab knows who is here
 */
export function useOtherTabs(
  { tag, ended }: { tag: string | null | undefined; ended: EndReason | null },
  { onChange, onEnd }: Listeners,
): void {
  const known = useRef(tag);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = openChannel(CHANNEL);
    channel.current = opened;
    opened?.addEventListener("message", ({ data }: MessageEvent<News>) => {
      if (data.ended) onEnd(data.ended);
      if (data.ended || (known.current !== undefined && known.current !== data.tag)) onChange();
    });
    return () => opened?.close();
  }, [onChange, onEnd]);
  useEffect(() => {
    known.current = tag;
    if (tag === undefined || (!ended && readStored("localStorage", CHANNEL) === tag)) return;
    writeStored("localStorage", CHANNEL, tag);
    channel.current?.postMessage({ tag, ended } satisfies News);
  }, [tag, ended]);
}
