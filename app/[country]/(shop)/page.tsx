import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getAlternates } from "@/components/catalog/alternates";
import { CategoryIndex } from "@/components/home/category-index";
import { CollectionTiles } from "@/components/home/collection-tiles";
import { Featured } from "@/components/home/featured";
import { Hero } from "@/components/home/hero";
import { HowItWorks } from "@/components/home/how-it-works";
import { listCategories } from "@/lib/catalog/categories";
import { listChildren } from "@/lib/catalog/category-tree";
import { listCollections } from "@/lib/catalog/collections";

export const ensureStatic = "navigation";

type HomeProps = { params: Promise<{ country: string }> };

export async function generateMetadata({ params }: HomeProps): Promise<Metadata> {
  return { alternates: getAlternates(requireMarket((await params).country), "") };
}

export default async function Home({ params }: HomeProps) {
  const market = requireMarket((await params).country);
  const [categories, collections] = await Promise.all([listCategories(), listCollections()]);
  const howItWorksId = `how-it-works-${market.country}`;
  return (
    <>
      <Hero base={`/${market.country}`} howItWorksId={howItWorksId} />
      <CollectionTiles base={`/${market.country}`} collections={collections} />
      <Featured market={market} />
      <HowItWorks id={howItWorksId} />
      <CategoryIndex market={market} categories={listChildren(categories, null)} />
    </>
  );
}
