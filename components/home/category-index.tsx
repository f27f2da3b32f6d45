import Link from "next/link";
import type { Category } from "@/lib/catalog/categories";
import { getPath } from "@/lib/catalog/handle";
import { countProductsByCategory } from "@/lib/catalog/lists";
import type { Market } from "@/lib/markets";

/** The list of categories with their number of products. */
export async function CategoryIndex({ market, categories }: { market: Market; categories: Category[] }) {
  const counts = await countProductsByCategory(market.country);
  return (
    <section aria-label="Categories" className="page grid gap-x-16 gap-y-8 pt-section lg:grid-cols-[5fr_7fr]">
      <h2 className="display text-3xl">Categories</h2>
      <ul className="border-t border-line">
        {categories.map((category) => (
          <CategoryRow
            key={category.handle}
            market={market}
            category={category}
            total={counts[category.handle] ?? 0}
          />
        ))}
      </ul>
    </section>
  );
}

type CategoryRowProps = { market: Market; category: Category; total: number };

function CategoryRow({ market, category: { handle, name, description }, total }: CategoryRowProps) {
  return (
    <li className="border-b border-line">
      <Link
        href={`/${market.country}${getPath("categories", handle)}`}
        className="group grid grid-cols-[1fr_auto] items-baseline gap-x-6 py-5 sm:grid-cols-[12rem_1fr_auto]"
      >
        <span className="display text-2xl underline-offset-6 group-hover:underline group-hover:decoration-1">
          {name}
        </span>
        <span className="col-span-2 row-start-2 mt-1 text-sm text-muted sm:col-span-1 sm:row-start-auto sm:mt-0">
          {description}
        </span>
        <span className="text-sm text-muted tabular-nums max-sm:col-start-2 max-sm:row-start-1">
          {total}
          <span className="sr-only"> items</span>
        </span>
      </Link>
    </li>
  );
}
