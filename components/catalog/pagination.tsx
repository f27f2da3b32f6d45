import { listPageNumbers } from "@/components/catalog/page-numbers";
import { Icon, type IconName } from "@/components/ui/icon";
import { getListHref, type ListQuery } from "@/lib/catalog/list-query";

type PaginationProps = { path: string; query: ListQuery; pageCount: number; text?: string | undefined };

/** The pagination of a list; nothing for a single page. Plain links, see `SortLinks`. */
export function Pagination({ path, query, pageCount, text }: PaginationProps) {
  if (pageCount < 2) return null;
  const { page } = query;
  const getHref = (to: number) => getListHref(path, { ...query, page: to }, text);
  return (
    <nav
      aria-label="Pages"
      data-testid="product-pagination"
      className="mt-14 flex flex-wrap items-center justify-center gap-1"
    >
      <Turn href={page > 1 ? getHref(page - 1) : null} label="Previous page" icon="left" />
      {listPageNumbers(page, pageCount).map((each) =>
        each.isGap ? (
          <span key={each.key} aria-hidden="true" className="px-1 text-muted">
            …
          </span>
        ) : (
          <a
            key={each.key}
            href={getHref(each.page)}
            aria-label={`Page ${each.page}`}
            aria-current={each.page === page ? "page" : undefined}
            className="grid size-11 place-items-center rounded-sm text-sm font-medium tabular-nums transition-colors hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {each.page}
          </a>
        ),
      )}
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
