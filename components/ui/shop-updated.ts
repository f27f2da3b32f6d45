"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";

const EVENT = "shop-updated";

/**
 * Notes that a server action failed because the server no longer knows it: the page is of an older build.
 * @returns whether that is why it failed
 */
export function noteUpdate(error: unknown): boolean {
  if (!unstable_isUnrecognizedActionError(error)) return false;
  document.documentElement.dataset.outdated = "";
  window.dispatchEvent(new Event(EVENT));
  return true;
}

/** Whether this document is known to be of an older build. */
export function isOutdated(): boolean {
  return "outdated" in document.documentElement.dataset;
}

export function subscribeToUpdate(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
