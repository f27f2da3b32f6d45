"use client";

import { useEffect } from "react";

/**
 * Adds smooth scrolling to a gallery's thumbnails and highlights the picture in view. Works on server-rendered markup, so
 * that the pictures themselves need no script.
 */
export function GalleryMotion({ galleryId }: { galleryId: string }) {
  useEffect(() => {
    const gallery = document.getElementById(galleryId);
    const strip = gallery?.querySelector("ul");
    if (!gallery || !strip) return;
    const watcher = new IntersectionObserver(markSeen, { root: strip, threshold: 0.6 });
    for (const item of strip.children) watcher.observe(item);
    gallery.addEventListener("click", glide);
    return () => {
      watcher.disconnect();
      gallery.removeEventListener("click", glide);
    };
  }, [galleryId]);
  return null;
}

function glide(event: Event) {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[href^='#']");
  const picture = link && document.getElementById(link.hash.slice(1));
  const strip = picture && picture.parentElement;
  if (!strip) return;
  event.preventDefault();
  strip.scrollTo({ left: picture.offsetLeft - strip.offsetLeft });
}

function markSeen(entries: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of entries) {
    const link = document.querySelector(`a[href="#${target.id}"]`);
    if (isIntersecting) link?.setAttribute("aria-current", "true");
    else link?.removeAttribute("aria-current");
  }
}
