"use client";

import type { MouseEvent, ReactNode } from "react";

/** Closes a popover when one of the links in it is followed: the header outlives the navigation, so it would stay open. */
export function ClosingLinks({ popoverId, children }: { popoverId: string; children: ReactNode }) {
  const close = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest("a");
    if (isLink) document.getElementById(popoverId)?.hidePopover();
  };
  return <div onClick={close}>{children}</div>;
}
