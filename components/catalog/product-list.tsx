import type { ReactNode } from "react";
import type { ListRequest } from "@/components/catalog/list-request";
import { Pagination } from "@/components/catalog/pagination";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SortLinks } from "@/components/catalog/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { setNotFoundLife } from "@/lib/catalog/cache-life";
import { listProducts, type ProductFilter, type ProductPage } from "@/lib/catalog/products";
import type { Market } from "@/lib/markets";

type ProductListProps = {
  market: Market;
  path: string;
  request: ListRequest;
  filter?: Pick<ProductFilter, "category" | "collection">;
  heading: ReactNode;
};

/** A product list with heading, sort links and pagination: the store, a category or a collection. */
export async function ProductList({ market, path, request, filter, heading }: ProductListProps) {
  const list = await getNearestPage(market, request, filter);
  const { products, page, pageCount, total } = list;
  const problem =
    page === request.page ? request.problem : `There is no page ${request.page}; this is the last.`;
  return (
    <div data-testid="category-container" className="page pt-10 lg:pt-16">
      {heading}
      {problem && (
        <Notice className="mt-8" data-testid="list-message">
          {problem}
        </Notice>
      )}
      <div className="mt-8 mb-8 flex flex-wrap items-center justify-between gap-x-8 border-y border-line py-1">
        <p className="text-sm text-muted tabular-nums">{total === 1 ? "1 item" : `${total} items`}</p>
        <SortLinks path={path} sort={request.sort} />
      </div>
      {total === 0 && <EmptyList market={market} />}
      <ProductGrid products={products} market={market} eagerCount={4} />
      <Pagination path={path} sort={request.sort} page={page} pageCount={pageCount} />
    </div>
  );
}

/** The requested page, or the last one. */
async function getNearestPage(
  { country }: Market,
  { sort, page }: ListRequest,
  filter: ProductListProps["filter"],
): Promise<ProductPage> {
  const list = await listProducts(country, { ...filter, sort, page });
  if (page <= list.pageCount) return list;
  await setNotFoundLife();
  return listProducts(country, { ...filter, sort, page: list.pageCount });
}

function EmptyList({ market }: { market: Market }) {
  return (
    <div className="flex flex-col items-start gap-5 py-10">
      <p className="text-lg">These hooks are empty at the moment.</p>
      <ButtonLink tone="secondary" href={`/${market.country}/store`}>
        See everything else
      </ButtonLink>
    </div>
  );
}
