import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { readFilteredRequest, type SearchParams } from "@/app/[country]/(shop)/filtered-request";
import { ListBody } from "@/components/catalog/product-list";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SearchInput } from "@/components/catalog/search-input";
import { SearchSuggestions } from "@/components/catalog/search-suggestions";
import { listCategories } from "@/lib/catalog/categories";
import { listChildren } from "@/lib/catalog/category-tree";
import { hasFilters } from "@/lib/catalog/list-query";
import { findSimilarProducts, listLatestProducts } from "@/lib/catalog/lists";
import type { ProductCard } from "@/lib/catalog/product";
import { cleanSearchText } from "@/lib/catalog/search-text";
import { getVersion } from "@/lib/catalog/version";
import { getSearchParam } from "@/lib/http/search-param";
import type { Market } from "@/lib/markets";

/** Rendered for each request, as it depends on the query, from cached answers of the search engine. */
export const instant = false;

export const metadata: Metadata = { title: "Search", robots: { index: false, follow: true } };

type SearchProps = { params: Promise<{ country: string }>; searchParams: Promise<SearchParams> };

export default async function Search({ params, searchParams }: SearchProps) {
  const market = requireMarket((await params).country);
  const { q, ...given } = await searchParams;
  const text = cleanSearchText(getSearchParam(q) ?? "");
  const path = `/${market.country}/search`;
  const results = text ? await search(market, text, given) : null;
  const hasNothing = !results || (results.list.total === 0 && !hasFilters(results.query.filters));
  const categories = hasNothing ? listChildren(await listCategories(), null) : [];
  const similar = results && hasNothing ? await findSimilar(market, text) : [];
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
      {similar.length > 0 && (
        <section aria-label="Similar items" className="mb-10">
          <p className="mb-6 text-lg">No results for “{text}”. These come close:</p>
          <ProductGrid products={similar} market={market} eagerCount={4} testId="search-results" />
        </section>
      )}
      {hasNothing && (
        <SearchSuggestions market={market} categories={categories} query={similar.length > 0 ? "" : text} />
      )}
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

const MAX_SIMILAR = 8;

async function findSimilar({ country }: Market, text: string): Promise<ProductCard[]> {
  return findSimilarProducts(country, { text, take: MAX_SIMILAR, version: await getVersion() });
}
