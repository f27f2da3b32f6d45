import type { ReactNode } from "react";
import { FilterChips } from "@/components/catalog/filter-chips";
import { ListFilters } from "@/components/catalog/list-filters";
import type { ListRequest } from "@/components/catalog/list-request";
import { Pagination } from "@/components/catalog/pagination";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SortLinks } from "@/components/catalog/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { setNotFoundLife } from "@/lib/catalog/cache-life";
import type { ListBase } from "@/lib/catalog/list-facets";
import { getListHref, hasFilters, NO_FILTERS, type ListQuery } from "@/lib/catalog/list-query";
import { listLatestProducts, listProducts, type ProductPage } from "@/lib/catalog/lists";
import type { Market } from "@/lib/markets";

type ProductListProps = {
  market: Market;
  path: string;
  request: ListRequest;
  base?: ListBase;
  heading: ReactNode;
};

const EVERYTHING: ListBase = {};

/** A product list with heading, filters, sort links and pagination: the store, a category or a collection. */
export async function ProductList({ market, path, request, base = EVERYTHING, heading }: ProductListProps) {
  const list = await getNearestPage(market, base, request);
  const query = { ...request.query, page: list.page };
  const problem =
    list.page === request.query.page
      ? request.problem
      : `There is no page ${request.query.page}; this is the last.`;
  return (
    <div data-testid="category-container" className="page pt-10 lg:pt-16">
      {heading}
      {problem && (
        <Notice className="mt-8" data-testid="list-message">
          {problem}
        </Notice>
      )}
      <ListBody market={market} path={path} query={query} list={list} />
    </div>
  );
}

type ListBodyProps = {
  market: Market;
  path: string;
  query: ListQuery;
  list: ProductPage;
  /** Searched for. */
  text?: string;
};

/** The part of a list below its heading. */
export function ListBody({ market, path, query, list, text }: ListBodyProps) {
  const { products, facets, pageCount, total } = list;
  const { currency, locale } = market;
  const isNarrowed = hasFilters(query.filters);
  return (
    <>
      <div className="mt-8 mb-6 flex flex-wrap items-center justify-between gap-x-8 border-y border-line py-1">
        <p role="status" className="text-sm text-muted tabular-nums">
          {total === 1 ? "1 item" : `${total} items`}
          {text !== undefined && ` for “${text}”`}
        </p>
        <SortLinks path={path} query={query} text={text} />
      </div>
      {(total > 0 || isNarrowed) && (
        <ListFilters
          id={`filters${path.replaceAll("/", "-")}`}
          path={path}
          query={query}
          facets={facets}
          currency={currency}
          text={text}
        />
      )}
      <FilterChips
        path={path}
        query={query}
        groups={facets.groups}
        money={{ currency, locale }}
        text={text}
      />
      {total === 0 && text === undefined && (
        <EmptyList
          href={isNarrowed ? getListHref(path, { ...query, filters: NO_FILTERS, page: 1 }) : null}
          market={market}
        />
      )}
      <ProductGrid
        products={products}
        market={market}
        eagerCount={4}
        {...(text === undefined ? {} : { testId: "search-results" })}
      />
      <Pagination path={path} query={query} pageCount={pageCount} text={text} />
    </>
  );
}

/** The requested page, or the last one. */
async function getNearestPage(
  { country }: Market,
  base: ListBase,
  { query, version }: ListRequest,
): Promise<ProductPage> {
  const read = version === undefined ? listProducts : listLatestProducts;
  const list = await read(country, base, query);
  if (query.page <= list.pageCount) return list;
  if (version === undefined) await setNotFoundLife();
  return read(country, base, { ...query, page: list.pageCount });
}

/** @param props `href`: of the list without filters; null if there are none */
function EmptyList({ href, market }: { href: string | null; market: Market }) {
  return (
    <div className="flex flex-col items-start gap-5 py-10">
      <p className="text-lg">
        {href ? "Nothing here matches all of that." : "These hooks are empty at the moment."}
      </p>
      {href ? (
        <a href={href} className="text-sm font-semibold link">
          Clear all filters
        </a>
      ) : (
        <ButtonLink tone="secondary" href={`/${market.country}/store`}>
          See everything else
        </ButtonLink>
      )}
    </div>
  );
}
