"use client";

import { deleteRecentSearches } from "@/components/search/recent-searches";
import { Icon } from "@/components/ui/icon";

type RecentSearchesProps = { texts: string[]; onChoose: (text: string) => void; onDelete: () => void };

/** What was searched for last in this browser, to be searched for again. */
export function RecentSearches({ texts, onChoose, onDelete }: RecentSearchesProps) {
  if (texts.length === 0) return null;
  const forget = () => {
    deleteRecentSearches();
    onDelete();
  };
  return (
    <section aria-label="Recent searches">
      <div className="flex items-center justify-between gap-4 px-2">
        <h2 className="text-sm text-muted">Recent searches</h2>
        <button type="button" onClick={forget} className="min-h-11 cursor-pointer text-sm link">
          Clear
        </button>
      </div>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <button
              type="button"
              data-suggestion
              onClick={() => onChoose(text)}
              className="flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-sm px-2 text-left wrap-anywhere hover:bg-sunken"
            >
              <Icon name="search" className="size-4 text-muted" /> {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
