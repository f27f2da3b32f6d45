import { notFound } from "next/navigation";
import { ListHeading } from "@/components/catalog/list-heading";
import type { ListRequest } from "@/components/catalog/list-request";
import { ProductList } from "@/components/catalog/product-list";
import { getCategory } from "@/lib/catalog/categories";
import { getPath } from "@/lib/catalog/handle";
import { setNotFoundLife } from "@/lib/catalog/cache-life";
import type { Market } from "@/lib/markets";

type CategoryViewProps = { market: Market; handle: string; request: ListRequest };

/** A category and its products. */
export async function CategoryView({ market, handle, request }: CategoryViewProps) {
  const category = await getCategory(handle, request.version);
  if (!category) {
    await setNotFoundLife();
    notFound();
  }
  return (
    <ProductList
      market={market}
      path={`/${market.country}${getPath("categories", handle)}`}
      request={request}
      base={{ category: handle }}
      heading={
        <ListHeading
          eyebrow="Category"
          title={category.name}
          description={category.description}
          testId="category-page-title"
        />
      }
    />
  );
}
