import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { readFilteredRequest, type SearchParams } from "@/app/[country]/(shop)/filtered-request";
import { ListBody } from "@/components/catalog/product-list";
import { SearchInput } from "@/components/catalog/search-input";
import { SearchSuggestions } from "@/components/catalog/search-suggestions";
import { listCategories } from "@/lib/catalog/categories";
import { hasFilters, MAX_QUERY_LENGTH } from "@/lib/catalog/list-query";
import { listLatestProducts } from "@/lib/catalog/lists";
import { UNUSABLE } from "@/lib/forms/form-data";
import { getSearchParam } from "@/lib/http/search-param";
import type { Market } from "@/lib/markets";

/** Rendered for each request, as it depends on the query, from cached answers of the search engine. */
export const instant = false;

export const metadata: Metadata = { title: "Search", robots: { index: false, follow: true } };

type SearchProps = { params: Promise<{ country: string }>; searchParams: Promise<SearchParams> };

export default async function Search({ params, searchParams }: SearchProps) {
  const market = requireMarket((await params).country);
  const { q, ...given } = await searchParams;
  const text = readText(getSearchParam(q));
  const path = `/${market.country}/search`;
  const results = text ? await search(market, text, given) : null;
  const hasNothing = !results || (results.list.total === 0 && !hasFilters(results.query.filters));
  const categories = hasNothing ? await listCategories() : [];
  return (
    <div className="page pt-10 lg:pt-16">
      <h1 className="display text-4xl">Search</h1>
      <form
        action={path}
        role="search"
        data-testid="search-modal-container"
        className="mt-8 flex max-w-2xl gap-2"
      >
        <SearchInput query={text} />
      </form>
      {results && !hasNothing && (
        <ListBody market={market} path={path} query={results.query} list={results.list} text={text} />
      )}
      {results && hasNothing && (
        <p role="status" className="mt-8 mb-8 border-b border-line pb-3 text-sm text-muted">
          0 items for “{text}”
        </p>
      )}
      {hasNothing && <SearchSuggestions market={market} categories={categories} query={text} />}
    </div>
  );
}

/** One page of what was found; the last one if the page does not exist. */
async function search(market: Market, text: string, given: SearchParams) {
  const { query } = await readFilteredRequest(market, given);
  const list = await listLatestProducts(market.country, { text }, query);
  if (query.page <= list.pageCount) return { query, list };
  const last = { ...query, page: list.pageCount };
  return { query: last, list: await listLatestProducts(market.country, { text }, last) };
}

/** What is searched for: cut to its limit first; forbidden characters become spaces. */
function readText(text = ""): string {
  return text.slice(0, MAX_QUERY_LENGTH).replaceAll(UNUSABLE, " ").trim();
}
