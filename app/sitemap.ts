import type { MetadataRoute } from "next";
import { getLanguage } from "@/components/catalog/alternates";
import { listCategories } from "@/lib/catalog/categories";
import { listCollections } from "@/lib/catalog/collections";
import { getPath } from "@/lib/catalog/handle";
import { listProductCountries } from "@/lib/catalog/lists";
import { env } from "@/lib/env";
import { type Country, DEFAULT_COUNTRY, MARKETS } from "@/lib/markets";

const COUNTRIES = MARKETS.map(({ country }) => country);

/** Every catalogue page once, with its alternates in other markets. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [categories, collections, products] = await Promise.all([
    listCategories(),
    listCollections(),
    listProductCountries(),
  ]);
  const everywhere = [
    "",
    "/store",
    ...categories.map(({ handle }) => getPath("categories", handle)),
    ...collections.map(({ handle }) => getPath("collections", handle)),
  ];
  return [
    ...everywhere.map((path) => describe(path, COUNTRIES)),
    ...[...products].map(([handle, countries]) => describe(getPath("products", handle), countries)),
  ];
}

function describe(path: string, countries: readonly Country[]): MetadataRoute.Sitemap[number] {
  const main = countries.includes(DEFAULT_COUNTRY) ? DEFAULT_COUNTRY : (countries[0] ?? DEFAULT_COUNTRY);
  const languages = countries.map((country) => [getLanguage(country), getUrl(country, path)]);
  return { url: getUrl(main, path), alternates: { languages: Object.fromEntries(languages) } };
}

function getUrl(country: string, path: string): string {
  return new URL(`/${country}${path}`, env.storefrontUrl).href;
}
