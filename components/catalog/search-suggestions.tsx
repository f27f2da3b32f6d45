import Link from "next/link";
import { CHIP } from "@/components/catalog/chip-style";
import type { Category } from "@/lib/catalog/categories";
import { getPath } from "@/lib/catalog/handle";
import type { Market } from "@/lib/markets";

type SearchSuggestionsProps = { market: Market; categories: Category[]; query: string };

const WORDS = ["wool", "rain", "leather", "silk", "print"];

/** Suggestions for an empty query or one without results. */
export function SearchSuggestions({ market, categories, query }: SearchSuggestionsProps) {
  const base = `/${market.country}`;
  return (
    <div data-testid={query ? "no-search-results-container" : undefined} className="mt-8 max-w-2xl">
      {query && (
        <p className="mb-6 text-lg">
          No results for “{query}”. Try one word less, a material, or one of these.
        </p>
      )}
      <ul className="flex flex-wrap gap-2">
        {WORDS.map((word) => (
          <li key={word}>
            <Link href={`${base}/search?q=${word}`} prefetch={false} className={CHIP}>
              {word}
            </Link>
          </li>
        ))}
        {categories.map(({ handle, name }) => (
          <li key={handle}>
            <Link href={base + getPath("categories", handle)} className={CHIP}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
