import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getAlternates } from "@/components/catalog/alternates";
import { CategoryIndex } from "@/components/home/category-index";
import { CollectionTiles } from "@/components/home/collection-tiles";
import { Featured } from "@/components/home/featured";
import { Hero } from "@/components/home/hero";
import { Promises } from "@/components/home/promises";
import { listCategories } from "@/lib/catalog/categories";
import { listCollections } from "@/lib/catalog/collections";

export const ensureStatic = "navigation";

type HomeProps = { params: Promise<{ country: string }> };

export async function generateMetadata({ params }: HomeProps): Promise<Metadata> {
  return { alternates: getAlternates(requireMarket((await params).country), "") };
}

export default async function Home({ params }: HomeProps) {
  const market = requireMarket((await params).country);
  const [categories, collections] = await Promise.all([listCategories(), listCollections()]);
  const promisesId = `how-it-works-${market.country}`;
  return (
    <>
      <Hero base={`/${market.country}`} promisesId={promisesId} />
      <CollectionTiles base={`/${market.country}`} collections={collections} />
      <Featured market={market} />
      <Promises id={promisesId} />
      <CategoryIndex market={market} categories={categories} />
    </>
  );
}
