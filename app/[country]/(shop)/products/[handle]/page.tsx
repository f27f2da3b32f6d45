import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { addToCart } from "@/app/[country]/(shop)/cart/actions";
import { listProductParams } from "@/app/[country]/(shop)/page-params";
import { requireMarket } from "@/lib/http/require-market";
import { getAlternates } from "@/components/catalog/alternates";
import { SITE } from "@/lib/site";
import { ProductView } from "@/components/product/product-view";
import { listCategories } from "@/lib/catalog/categories";
import { listAncestors } from "@/lib/catalog/category-tree";
import { decodeHandle, getPath } from "@/lib/catalog/handle";
import { toPlainLine } from "@/lib/catalog/plain-text";
import { listRelatedProducts } from "@/lib/catalog/lists";
import { getProduct, listCountriesSelling } from "@/lib/catalog/products";

export const ensureStatic = "navigation";

type ProductPageProps = { params: Promise<{ country: string; handle: string }> };

export const generateStaticParams = listProductParams;

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const { country, ...rest } = await params;
  const handle = decodeHandle(rest.handle);
  const market = requireMarket(country);
  const product = await getProduct(market.country, handle);
  if (!product) return {};
  const countries = await listCountriesSelling(product.id);
  const images = product.picture ? [{ url: product.picture.url, alt: product.picture.alt }] : [];
  return {
    title: product.title,
    description: toPlainLine(product.description),
    alternates: getAlternates(market, getPath("products", handle), countries),
    openGraph: {
      siteName: SITE.name,
      type: "website",
      title: product.title,
      description: product.subtitle,
      images,
    },
  };
}

export default async function ProductPage({ params }: ProductPageProps) {
  const { country, ...rest } = await params;
  const handle = decodeHandle(rest.handle);
  const market = requireMarket(country);
  const product = await getProduct(market.country, handle);
  if (!product) notFound();
  const { id, category, collection } = product;
  const neighbourhood = { id, category: category?.handle ?? null, collection: collection?.handle ?? null };
  const [related, categories] = await Promise.all([
    listRelatedProducts(market.country, neighbourhood),
    listCategories(),
  ]);
  const ancestors = category ? listAncestors(categories, category.handle) : [];
  return (
    <ProductView
      product={product}
      ancestors={ancestors}
      related={related}
      market={market}
      addToCart={addToCart}
    />
  );
}
