import Link from "next/link";
import { CardPrice } from "@/components/catalog/card-price";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Badge } from "@/components/ui/badge";
import { getPath } from "@/lib/catalog/handle";
import type { ProductCard as Card } from "@/lib/catalog/product";
import type { Market } from "@/lib/markets";

/** The picture's `sizes`: two columns on a phone, three on a tablet, four on wider screens. */
const CARD_SIZES = "(min-width: 92rem) 21rem, (min-width: 64rem) 23vw, (min-width: 40rem) 30vw, 45vw";

type ProductCardProps = { product: Card; market: Market; loading?: "eager" | "lazy" };

/** A product in a grid, as one link. */
export function ProductCard({ product, market, loading = "lazy" }: ProductCardProps) {
  return (
    <Link
      href={`/${market.country}${getPath("products", product.handle)}`}
      data-testid="product-wrapper"
      className="group flex h-full flex-col"
    >
      <span className="relative block overflow-hidden rounded-sm">
        <ProductPicture
          picture={product.picture && { ...product.picture, alt: "" }}
          sizes={CARD_SIZES}
          widest={750}
          loading={loading}
          className="transition-transform duration-700 ease-calm group-hover:scale-[1.025] motion-reduce:group-hover:scale-100"
        />
        {product.isSoldOut && <Badge className="absolute top-3 left-3">Sold out</Badge>}
        {product.originalPrice && !product.isSoldOut && (
          <Badge className="absolute top-3 left-3">Reduced</Badge>
        )}
      </span>
      <span className="mt-3.5 flex flex-1 flex-col gap-0.5">
        <span
          data-testid="product-title"
          className="line-clamp-3 text-base leading-snug font-medium underline-offset-4 group-hover:underline"
        >
          {product.title}
        </span>
        <span className="line-clamp-2 text-sm text-muted">{product.subtitle}</span>
        <CardPrice
          handle={product.handle}
          price={product.price}
          originalPrice={product.originalPrice}
          hasPriceRange={product.hasPriceRange}
          locale={market.locale}
        />
      </span>
    </Link>
  );
}
