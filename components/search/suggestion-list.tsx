"use client";

import Link from "next/link";
import { useCart } from "@/components/cart/store/use-cart";
import { CardPrice } from "@/components/catalog/card-price";
import { ProductPicture } from "@/components/catalog/product-picture";
import { getPath } from "@/lib/catalog/handle";
import type { ProductCard } from "@/lib/catalog/product";
import type { Suggestions } from "@/lib/catalog/suggestions";

type SuggestionListProps = {
  text: string;
  /** Null when the shop could not be reached. */
  suggestions: Suggestions | null;
  /** Whether they belong to an earlier text. */
  isLoading: boolean;
  /** Of the search page. */
  href: string;
  onLeave: () => void;
};

const ROW = "flex min-h-11 items-center gap-3 rounded-sm px-2 hover:bg-sunken";

/** Products, categories and collections that match what is being typed, and the link to all results. */
export function SuggestionList({ text, suggestions, isLoading, href, onLeave }: SuggestionListProps) {
  const { country } = useCart().market;
  const { products = [], lists = [], total = 0 } = suggestions ?? {};
  return (
    <div aria-busy={isLoading}>
      <p role="status" className="px-2 py-2 text-sm text-muted">
        {suggestions
          ? describe(suggestions, text)
          : "We cannot reach the shop right now. Press Enter to search."}
      </p>
      {lists.length > 0 && (
        <ul aria-label="Categories and collections">
          {lists.map(({ name, path }) => (
            <li key={path}>
              <Link href={`/${country}${path}`} data-suggestion onClick={onLeave} className={ROW}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {products.length > 0 && (
        <ul aria-label="Items">
          {products.map((product) => (
            <li key={product.handle}>
              <SuggestedProduct product={product} onLeave={onLeave} />
            </li>
          ))}
        </ul>
      )}
      {total > 0 && (
        <Link
          href={`${href}?${new URLSearchParams({ q: text })}`}
          prefetch={false}
          data-suggestion
          onClick={onLeave}
          className={`${ROW} font-semibold`}
        >
          {total === 1 ? "See the result" : `See all ${total} results`}
        </Link>
      )}
    </div>
  );
}

function describe({ total, products }: Suggestions, text: string): string {
  if (total > 0) return total === 1 ? `1 item for “${text}”` : `${total} items for “${text}”`;
  return products.length > 0 ? `No results for “${text}”. These come close:` : `No results for “${text}”.`;
}

function SuggestedProduct({ product, onLeave }: { product: ProductCard; onLeave: () => void }) {
  const { country, locale } = useCart().market;
  const { handle, title, subtitle, picture, price, originalPrice, hasPriceRange, isSoldOut } = product;
  return (
    <Link
      href={`/${country}${getPath("products", handle)}`}
      data-suggestion
      onClick={onLeave}
      className={`${ROW} py-2`}
    >
      <ProductPicture
        picture={picture && { ...picture, alt: "" }}
        sizes="3.5rem"
        widest={128}
        className="w-14 shrink-0 rounded-sm"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 leading-snug font-medium">{title}</span>
        <span className="line-clamp-1 text-sm text-muted">{isSoldOut ? "Sold out" : subtitle}</span>
      </span>
      <CardPrice
        handle={handle}
        price={price}
        originalPrice={originalPrice}
        hasPriceRange={hasPriceRange}
        locale={locale}
      />
    </Link>
  );
}
