"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { useCart } from "@/components/cart/store/use-cart";
import { SearchField } from "@/components/catalog/search-field";
import { RecentSearches } from "@/components/search/recent-search-list";
import { readRecentSearches, storeRecentSearch } from "@/components/search/recent-searches";
import { SuggestionList } from "@/components/search/suggestion-list";
import { useSuggestions } from "@/components/search/use-suggestions";
import { BACKDROP } from "@/components/ui/backdrop";
import { Icon } from "@/components/ui/icon";

/** `href`: of the search page. */
export type SearchDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; href: string };

/** The search from anywhere: suggestions as one types. Enter leads to all results; Escape closes it. */
export function SearchDialog({ isOpen, onOpenChange, href }: SearchDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          initialFocus={input}
          data-testid="search-modal-container"
          onKeyDown={moveFocus}
          className={clsx(
            "fixed inset-x-0 top-0 mx-auto flex max-h-dvh w-full max-w-2xl flex-col bg-paper text-ink shadow-lifted outline-none sm:top-6 sm:max-h-[calc(100dvh-3rem)] sm:rounded-sm",
            "transition-opacity duration-200 ease-calm data-ending-style:opacity-0 data-starting-style:opacity-0",
          )}
        >
          <Base.Title className="sr-only">Search</Base.Title>
          <SearchPanel input={input} href={href} onLeave={() => onOpenChange(false)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type SearchPanelProps = {
  input: RefObject<HTMLInputElement | null>;
  href: string;
  onLeave: () => void;
};

/** Made anew, and so empty, each time the dialog opens. */
function SearchPanel({ input, href, onLeave }: SearchPanelProps) {
  const router = useRouter();
  const { customer, market } = useCart();
  const owner = customer?.tag ?? null;
  const [typed, setTyped] = useState("");
  const [recent, setRecent] = useState(() => readRecentSearches(owner));
  const text = typed.trim();
  const { suggestions, isLoading, hasFailed } = useSuggestions(market.country, text);

  const leave = () => {
    if (text) storeRecentSearch(owner, text);
    onLeave();
  };
  const repeat = (recentText: string) => {
    setTyped(recentText);
    input.current?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!text) return;
    router.push(`${href}?${new URLSearchParams({ q: text })}`);
    leave();
  };
  return (
    <>
      <form action={href} role="search" onSubmit={onSubmit} className="flex items-center gap-2 p-3">
        <SearchField ref={input} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Base.Close
          aria-label="Close"
          className="grid size-11 shrink-0 place-items-center rounded-sm transition-colors hover:bg-sunken"
        >
          <Icon name="close" />
        </Base.Close>
      </form>
      <div className="min-h-0 overflow-y-auto overscroll-contain px-3 pb-3 empty:hidden">
        {text === "" && <RecentSearches texts={recent} onChoose={repeat} onDelete={() => setRecent([])} />}
        {text !== "" && (suggestions || hasFailed) && (
          <SuggestionList
            text={text}
            suggestions={suggestions}
            isLoading={isLoading}
            href={href}
            onLeave={leave}
          />
        )}
      </div>
    </>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys lead from the field through the suggestions and back. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-suggestion]")];
  const next = stops[stops.findIndex((each) => each === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
