import Link from "next/link";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/catalog/breadcrumb";
import { CHIP } from "@/components/catalog/chip-style";
import { ListHeading } from "@/components/catalog/list-heading";
import type { ListRequest } from "@/components/catalog/list-request";
import { ProductList } from "@/components/catalog/product-list";
import { type Category, listCategories } from "@/lib/catalog/categories";
import { listAncestors, listChildren } from "@/lib/catalog/category-tree";
import { countProductsByCategory } from "@/lib/catalog/lists";
import { getPath } from "@/lib/catalog/handle";
import { setNotFoundLife } from "@/lib/catalog/cache-life";
import type { Market } from "@/lib/markets";

type CategoryViewProps = { market: Market; handle: string; request: ListRequest };

/** A category and its products. */
export async function CategoryView({ market, handle, request }: CategoryViewProps) {
  const categories = await listCategories(request.version);
  const category = categories.find((each) => each.handle === handle);
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
        <>
          <Ancestors market={market} ancestors={listAncestors(categories, handle)} />
          <ListHeading
            eyebrow="Category"
            title={category.name}
            description={category.description}
            testId="category-page-title"
          />
          <Subcategories market={market} categories={listChildren(categories, handle)} />
        </>
      }
    />
  );
}

/** The way down to a category that is not at the top. */
function Ancestors({ market, ancestors }: { market: Market; ancestors: Category[] }) {
  if (ancestors.length === 0) return null;
  const crumbs = ancestors.map((each) => toCrumb(market, each));
  return (
    <div className="mb-5">
      <Breadcrumb crumbs={[{ href: `/${market.country}/store`, name: "Shop" }, ...crumbs]} />
    </div>
  );
}

/** The categories directly below one, each with the number of its items; the list has the items of all of them. */
async function Subcategories({ market, categories }: { market: Market; categories: Category[] }) {
  if (categories.length === 0) return null;
  const counts = await countProductsByCategory(market.country);
  return (
    <nav aria-label="Subcategories" className="mt-8">
      <ul className="flex flex-wrap gap-2">
        {categories.map((category) => (
          <li key={category.handle}>
            <Link href={toCrumb(market, category).href} className={CHIP}>
              {category.name}
              <span className="text-muted tabular-nums">
                {counts[category.handle] ?? 0}
                <span className="sr-only"> items</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function toCrumb({ country }: Market, { handle, name }: Category) {
  return { href: `/${country}${getPath("categories", handle)}`, name };
}
