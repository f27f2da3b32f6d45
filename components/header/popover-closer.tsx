"use client";

import { useEffect } from "react";

/** Closes a popover when one of its links is followed: the header stays mounted, so it would stay open. */
export function PopoverCloser({ popoverId }: { popoverId: string }) {
  useEffect(() => {
    const popover = document.getElementById(popoverId);
    const close = ({ target }: Event) => {
      if (target instanceof Element && target.closest("a")) popover?.hidePopover();
    };
    popover?.addEventListener("click", close);
    return () => popover?.removeEventListener("click", close);
  }, [popoverId]);
  return null;
}
