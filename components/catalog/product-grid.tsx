import { ProductCard } from "@/components/catalog/product-card";
import type { ProductCard as Card } from "@/lib/catalog/product";
import type { Market } from "@/lib/markets";

type ProductGridProps = { products: Card[]; market: Market; testId?: string; eagerCount?: number };

/**
 * A grid of products. The first `eagerCount` pictures are loaded with the page, the others lazily.
 */
export function ProductGrid({
  products,
  market,
  testId = "products-list",
  eagerCount = 0,
}: ProductGridProps) {
  return (
    <ul
      data-testid={testId}
      className="grid grid-cols-2 gap-x-4 gap-y-9 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-y-14"
    >
      {products.map((product, index) => (
        <li key={product.handle}>
          <ProductCard product={product} market={market} loading={index < eagerCount ? "eager" : "lazy"} />
        </li>
      ))}
    </ul>
  );
}
