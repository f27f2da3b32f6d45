import Link from "next/link";
import { ProductGrid } from "@/components/catalog/product-grid";
import { Icon } from "@/components/ui/icon";
import { FIRST_PAGE } from "@/lib/catalog/list-query";
import { listProducts } from "@/lib/catalog/lists";
import type { Market } from "@/lib/markets";

const FEATURED_COUNT = 8;

/** The newest products, with a link to all of them. */
export async function Featured({ market }: { market: Market }) {
  const { products } = await listProducts(market.country, {}, { ...FIRST_PAGE, sort: "created_at" });
  return (
    <section aria-label="New" className="page pt-section">
      <div className="mb-10 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h2 className="display text-3xl">New</h2>
        <Link
          href={`/${market.country}/store`}
          className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold link"
        >
          See everything <Icon name="right" className="size-4" />
        </Link>
      </div>
      <ProductGrid products={products.slice(0, FEATURED_COUNT)} market={market} />
    </section>
  );
}
