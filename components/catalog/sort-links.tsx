import { getListHref } from "@/components/catalog/list-href";
import { SORTS, type Sort } from "@/lib/catalog/sort";

const NAMES: Record<Sort, string> = {
  created_at: "Newest",
  price_asc: "Price, low to high",
  price_desc: "Price, high to low",
};

/**
 * Links to the sorts of a list. Not a select: each sort is a page of its own, and works without script. Plain links:
 * Next's router treats two URLs that differ only in their query as one static page, and would show the same list again.
 */
export function SortLinks({ path, sort }: { path: string; sort: Sort }) {
  return (
    <nav aria-label="Sort by" data-testid="sort-by-container">
      <ul className="-mx-1 flex flex-wrap gap-x-5">
        {SORTS.map((each) => (
          <li key={each}>
            <a
              href={getListHref(path, { sort: each, page: 1 })}
              data-testid="sort-by-link"
              data-active={each === sort}
              aria-current={each === sort || undefined}
              className="inline-flex min-h-11 items-center px-1 text-sm text-muted transition-colors hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {NAMES[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
