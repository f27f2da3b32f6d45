import { getPath } from "@/lib/catalog/handle";
import type { Product, Variant } from "@/lib/catalog/product";
import { toPlainLine } from "@/lib/catalog/plain-text";
import { env } from "@/lib/env";
import type { Market } from "@/lib/markets";

type ProductSchemaProps = { product: Product; market: Market };

/** The structured data of a product (schema.org, JSON-LD). */
export function ProductSchema({ product, market }: ProductSchemaProps) {
  const url = new URL(`/${market.country}${getPath("products", product.handle)}`, env.storefrontUrl).href;
  const schema = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: toPlainLine(product.description),
    image: product.pictures.map((picture) => picture.url),
    ...(product.category ? { category: product.category.name } : {}),
    offers: product.variants.map((variant) => ({
      "@type": "Offer",
      url,
      name: variant.title,
      ...(variant.pictureUrl ? { image: variant.pictureUrl } : {}),
      price: variant.price.amount,
      priceCurrency: variant.price.currency.toUpperCase(),
      availability: `https://schema.org/${getAvailability(variant)}`,
    })),
  };
  // Escapes "<", so that a title from the admin cannot end the script.
  const json = JSON.stringify(schema).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function getAvailability({ available, onHand }: Variant): "OutOfStock" | "BackOrder" | "InStock" {
  if (available === 0) return "OutOfStock";
  return onHand === 0 ? "BackOrder" : "InStock";
}
