import { getListHref, type ListQuery } from "@/lib/catalog/list-query";
import { SORTS, type Sort } from "@/lib/catalog/sort";

const NAMES: Record<Sort, string> = {
  featured: "Featured",
  created_at: "Newest",
  price_asc: "Price, low to high",
  price_desc: "Price, high to low",
  name: "Name",
};

type SortLinksProps = { path: string; query: ListQuery; text?: string | undefined };

/**
 * Links to the sorts of a list. Not a select: each sort is a page of its own, and works without script. Plain links:
 * Next's router treats two URLs that differ only in their query as one static page, and would show the same list again.
 * What was searched for is sorted by how well it matches unless another sort is chosen.
 */
export function SortLinks({ path, query, text }: SortLinksProps) {
  return (
    <nav aria-label="Sort by" data-testid="sort-by-container">
      <ul className="-mx-1 flex flex-wrap gap-x-5">
        {SORTS.map((sort) => (
          <li key={sort}>
            <a
              href={getListHref(path, { ...query, sort, page: 1 }, text)}
              data-testid="sort-by-link"
              data-active={sort === query.sort}
              aria-current={sort === query.sort || undefined}
              className="sort-link"
            >
              {text !== undefined && sort === SORTS[0] ? "Best match" : NAMES[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
