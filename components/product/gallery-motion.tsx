"use client";

import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";

/**
 * Gives the gallery its motion: a thumbnail glides to its picture instead of jumping, and the one in view is marked.
 * Works on the markup the server made, so that the pictures themselves need no script.
 */
export function GalleryMotion({ className, children }: { className: string; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const strip = root.current?.querySelector("ul");
    if (!strip) return;
    const watcher = new IntersectionObserver(markSeen, { root: strip, threshold: 0.6 });
    for (const item of strip.children) watcher.observe(item);
    return () => watcher.disconnect();
  }, []);

  return (
    <div ref={root} onClick={glide} className={className}>
      {children}
    </div>
  );
}

function glide(event: MouseEvent) {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[href^='#']");
  const picture = link && document.getElementById(link.hash.slice(1));
  if (!picture) return;
  event.preventDefault();
  picture.parentElement?.scrollTo({ left: picture.offsetLeft - picture.parentElement.offsetLeft });
}

function markSeen(entries: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of entries) {
    const link = document.querySelector(`a[href="#${target.id}"]`);
    if (isIntersecting) link?.setAttribute("aria-current", "true");
    else link?.removeAttribute("aria-current");
  }
}
