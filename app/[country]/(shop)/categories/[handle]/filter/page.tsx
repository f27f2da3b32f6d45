import type { Metadata } from "next";
import { getCategoryMetadata } from "@/app/[country]/(shop)/categories/[handle]/category-metadata";
import { CategoryView } from "@/app/[country]/(shop)/categories/[handle]/category-view";
import { FILTERED, readFilteredRequest, type SearchParams } from "@/app/[country]/(shop)/filtered-request";
import { decodeHandle } from "@/lib/catalog/handle";
import { requireMarket } from "@/lib/http/require-market";

/** As the store with filters. */
export const instant = false;

type FilteredCategoryProps = {
  params: Promise<{ country: string; handle: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: FilteredCategoryProps): Promise<Metadata> {
  return { ...(await getCategoryMetadata(params)), ...FILTERED };
}

export default async function FilteredCategory({ params, searchParams }: FilteredCategoryProps) {
  const { country, ...rest } = await params;
  const market = requireMarket(country);
  const handle = decodeHandle(rest.handle);
  const request = await readFilteredRequest(market, await searchParams);
  return <CategoryView market={market} handle={handle} request={request} />;
}
