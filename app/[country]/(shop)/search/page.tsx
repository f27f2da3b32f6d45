import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getSearchParam } from "@/lib/http/search-param";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SearchInput } from "@/components/catalog/search-input";
import { SearchSuggestions } from "@/components/catalog/search-suggestions";
import { listCategories } from "@/lib/catalog/categories";
import { searchProducts } from "@/lib/catalog/products";
import { MAX_QUERY_LENGTH } from "@/lib/catalog/search";
import { UNUSABLE } from "@/lib/forms/form-data";

/** Rendered for each request, as it depends on the query, from the cached product index. */
export const instant = false;

export const metadata: Metadata = { title: "Search", robots: { index: false, follow: true } };

type SearchProps = { params: Promise<{ country: string }>; searchParams: Promise<{ q?: string | string[] }> };

export default async function Search({ params, searchParams }: SearchProps) {
  const market = requireMarket((await params).country);
  const { q } = await searchParams;
  const query = readQuery(getSearchParam(q));
  const [products, categories] = await Promise.all([searchProducts(market.country, query), listCategories()]);
  return (
    <div className="page pt-10 lg:pt-16">
      <h1 className="display text-4xl">Search</h1>
      <form
        action={`/${market.country}/search`}
        role="search"
        data-testid="search-modal-container"
        className="mt-8 flex max-w-2xl gap-2"
      >
        <SearchInput query={query} />
      </form>
      {query && (
        <p role="status" className="mt-8 mb-8 border-b border-line pb-3 text-sm text-muted">
          {products.length === 1 ? "1 item" : `${products.length} items`} for “{query}”
        </p>
      )}
      {products.length > 0 ? (
        <ProductGrid products={products} market={market} testId="search-results" eagerCount={4} />
      ) : (
        <SearchSuggestions market={market} categories={categories} query={query} />
      )}
    </div>
  );
}

/** The search query: cut to its limit first; forbidden characters become spaces. */
function readQuery(text = ""): string {
  return text.slice(0, MAX_QUERY_LENGTH).replaceAll(UNUSABLE, " ").trim();
}
