import { getListHref } from "@/components/catalog/list-href";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Sort } from "@/lib/catalog/sort";

type PaginationProps = { path: string; sort: Sort; page: number; pageCount: number };

/** The pagination of a list; nothing for a single page. Plain links, see `SortLinks`. */
export function Pagination({ path, sort, page, pageCount }: PaginationProps) {
  if (pageCount < 2) return null;
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1);
  const getHref = (to: number) => getListHref(path, { sort, page: to });
  return (
    <nav
      aria-label="Pages"
      data-testid="product-pagination"
      className="mt-14 flex items-center justify-center gap-1"
    >
      <Turn href={page > 1 ? getHref(page - 1) : null} label="Previous page" icon="left" />
      {pages.map((each) => (
        <a
          key={each}
          href={getHref(each)}
          aria-label={`Page ${each}`}
          aria-current={each === page ? "page" : undefined}
          className="grid size-11 place-items-center rounded-sm text-sm font-medium tabular-nums transition-colors hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper"
        >
          {each}
        </a>
      ))}
      <Turn href={page < pageCount ? getHref(page + 1) : null} label="Next page" icon="right" />
    </nav>
  );
}

/** A link to the previous or next page; a placeholder if there is none. */
function Turn({ href, label, icon }: { href: string | null; label: string; icon: IconName }) {
  if (!href) return <span className="size-11" />;
  return (
    <a href={href} aria-label={label} className="grid size-11 place-items-center rounded-sm hover:bg-sunken">
      <Icon name={icon} />
    </a>
  );
}
