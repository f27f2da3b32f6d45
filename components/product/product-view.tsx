import Link from "next/link";
import { Prose } from "@/components/ui/prose";
import type { CartAction } from "@/components/cart/store/cart-store";
import { Breadcrumb } from "@/components/catalog/breadcrumb";
import { ProductGrid } from "@/components/catalog/product-grid";
import { Gallery } from "@/components/product/gallery";
import { ProductForm } from "@/components/product/product-form";
import { ProductSchema } from "@/components/product/product-schema";
import type { Category } from "@/lib/catalog/categories";
import { getPath } from "@/lib/catalog/handle";
import type { Product, ProductCard } from "@/lib/catalog/product";
import type { Market } from "@/lib/markets";
import { listUnavailable } from "@/components/product/availability";

type ProductViewProps = {
  product: Product;
  /** The categories above the product's own, the topmost first. */
  ancestors: Category[];
  related: ProductCard[];
  market: Market;
  addToCart: CartAction;
};

/** A product page: gallery, form, description and facts, then related products. */
export function ProductView({ product, ancestors, related, market, addToCart }: ProductViewProps) {
  const { handle, title, price, originalPrice, hasPriceRange, options, variants, collection } = product;
  const formProduct = { handle, title, price, originalPrice, hasPriceRange, options, variants };
  return (
    <>
      <article
        data-testid="product-container"
        className="page grid gap-x-16 gap-y-8 sm:pt-6 lg:grid-cols-[1.35fr_1fr] lg:pt-10"
      >
        <Gallery id={`${market.country}-${encodeURIComponent(handle)}`} product={product} />
        <div className="max-w-xl lg:sticky lg:top-28 lg:self-start">
          <Breadcrumb crumbs={listCrumbs(product, ancestors, market)} />
          <h1 data-testid="product-title" className="mt-3 display text-3xl text-pretty">
            {title}
          </h1>
          <p className="mt-3 text-lg text-muted">{product.subtitle}</p>
          {collection && (
            <p className="mt-2 text-sm text-muted">
              From the collection{" "}
              <Link href={`/${market.country}${getPath("collections", collection.handle)}`} className="link">
                {collection.title}
              </Link>
            </p>
          )}
          <div className="mt-6">
            <ProductForm product={formProduct} market={market} addToCart={addToCart} />
            <UnavailableList options={options} variants={variants} />
          </div>
          <Prose text={product.description} data-testid="product-description" className="mt-10 mb-8" />
          <Facts facts={product.facts} />
        </div>
      </article>
      {related.length > 0 && (
        <section
          aria-label="You may also like"
          data-testid="related-products-container"
          className="page pt-section"
        >
          <h2 className="mb-8 display text-2xl">You may also like</h2>
          <ProductGrid products={related} market={market} testId="related-products-list" />
        </section>
      )}
      <ProductSchema product={product} market={market} />
    </>
  );
}

/** The shop, then the product's category with those above it. */
function listCrumbs({ category }: Product, ancestors: readonly Category[], { country }: Market) {
  const categories = category ? [...ancestors, category] : [];
  return [
    { href: `/${country}/store`, name: "Shop" },
    ...categories.map(({ handle, name }) => ({ href: `/${country}${getPath("categories", handle)}`, name })),
  ];
}

/** Material, care, origin and delivery. */
function Facts({ facts }: Pick<Product, "facts">) {
  const rows = [
    ...facts,
    {
      label: "Delivery",
      text: "Choose standard or express at the checkout. Free returns within 30 days.",
    },
  ];
  return (
    <dl className="border-t border-line text-sm">
      {rows.map(({ label, text }) => (
        <div key={label} className="grid grid-cols-[7rem_1fr] gap-4 border-b border-line py-3.5">
          <dt className="text-muted">{label}</dt>
          <dd className="wrap-break-word whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The unavailable combinations, for browsers without script. */
function UnavailableList({ options, variants }: Pick<Product, "options" | "variants">) {
  const unavailable = options.length > 1 ? listUnavailable({ options, variants }) : [];
  if (unavailable.length === 0) return null;
  return (
    <noscript>
      <p className="mt-4 text-sm text-muted">
        Not to be had: {unavailable.map(({ name, reason }) => `${name} (${reason})`).join("; ")}.
      </p>
    </noscript>
  );
}
