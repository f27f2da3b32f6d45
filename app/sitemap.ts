import type { MetadataRoute } from "next";
import { listCategories } from "@/lib/catalog/categories";
import { listCollections } from "@/lib/catalog/collections";
import { listProductHandles } from "@/lib/catalog/products";
import { env } from "@/lib/env";
import { DEFAULT_COUNTRY, MARKETS } from "@/lib/market";

/** Every catalogue page once, with its sisters in the other countries. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [categories, collections, products] = await Promise.all([
    listCategories(),
    listCollections(),
    listProductHandles(),
  ]);
  const paths = [
    "",
    "/store",
    ...categories.map(({ handle }) => `/categories/${handle}`),
    ...collections.map(({ handle }) => `/collections/${handle}`),
    ...products.map((handle) => `/products/${handle}`),
  ];
  return paths.map((path) => ({
    url: getUrl(DEFAULT_COUNTRY, path),
    alternates: { languages: getLanguages(path) },
  }));
}

function getUrl(country: string, path: string): string {
  return new URL(`/${country}${path}`, env.storefrontUrl).href;
}

function getLanguages(path: string): Record<string, string> {
  return Object.fromEntries(
    MARKETS.map(({ country }) => [`en-${country.toUpperCase()}`, getUrl(country, path)]),
  );
}
