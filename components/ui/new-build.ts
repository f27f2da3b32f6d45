"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";

const EVENT = "shop-updated";

/**
 * Notes that a server action failed because the server does not know it: the page belongs to an older build.
 * @returns whether this was the reason
 */
export function noteNewBuild(error: unknown): boolean {
  if (!unstable_isUnrecognizedActionError(error)) return false;
  document.documentElement.dataset.outdated = "";
  window.dispatchEvent(new Event(EVENT));
  return true;
}

/** Whether this document is known to belong to an older build. */
export function isBuildOutdated(): boolean {
  return "outdated" in document.documentElement.dataset;
}

export function subscribeToNewBuild(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
