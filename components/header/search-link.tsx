"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentType, type MouseEvent, useCallback, useEffect, useState } from "react";
import type { SearchDialogProps } from "@/components/search/search-dialog";
import { Icon } from "@/components/ui/icon";

/** Loaded on demand, as the cart drawer is. */
const loadDialog = () => import("@/components/search/search-dialog").then((module) => module.SearchDialog);

/**
 * The link to the search, which opens a dialog instead; "/" and Ctrl-K open it as well. The narrowest phones have room
 * for it in the menu only.
 */
export function SearchLink({ href }: { href: string }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps> | null>(null);

  const open = useCallback(async () => {
    const dialog = await loadDialog().catch(() => null);
    // The page does the same.
    if (!dialog) return router.push(href);
    setDialog(() => dialog);
    setIsOpen(true);
  }, [href, router]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      void open();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [open]);

  const onClick = (event: MouseEvent) => {
    // In a new tab or window it is a link like any other.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open();
  };
  return (
    <>
      <Link
        href={href}
        prefetch={false}
        onClick={onClick}
        onPointerEnter={() => void loadDialog().catch(() => null)}
        aria-label="Search"
        aria-keyshortcuts="/ Control+K"
        data-testid="nav-search-link"
        className="grid size-11 place-items-center rounded-sm transition-colors hover:bg-sunken max-[22rem]:hidden"
      >
        <Icon name="search" />
      </Link>
      {Dialog && <Dialog isOpen={isOpen} onOpenChange={setIsOpen} href={href} />}
    </>
  );
}

/** "/" where nothing is being typed, or Ctrl-K (⌘K) anywhere but in a dialog. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const element = target instanceof HTMLElement ? target : null;
  if (element?.closest("[role=dialog]")) return false;
  if (key === "k" && (ctrlKey || metaKey)) return true;
  const isTyping = element?.matches("input, textarea, select, [contenteditable]") ?? false;
  return key === "/" && !isTyping && !ctrlKey && !metaKey && !altKey;
}
