import type { Metadata } from "next";
import { FILTERED, readFilteredRequest, type SearchParams } from "@/app/[country]/(shop)/filtered-request";
import { StoreView } from "@/app/[country]/(shop)/store/store-view";
import { getAlternates } from "@/components/catalog/alternates";
import { requireMarket } from "@/lib/http/require-market";

/** Rendered for each request, as it depends on the filters, from cached answers of the search engine. */
export const instant = false;

type FilteredStoreProps = { params: Promise<{ country: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: FilteredStoreProps): Promise<Metadata> {
  const market = requireMarket((await params).country);
  return { title: "Shop all", alternates: getAlternates(market, "/store"), ...FILTERED };
}

/** The store with filters; lib/guard/filtered-lists.ts leads `/store?colour=ink` here. */
export default async function FilteredStore({ params, searchParams }: FilteredStoreProps) {
  const market = requireMarket((await params).country);
  const request = await readFilteredRequest(market, await searchParams);
  return <StoreView market={market} request={request} />;
}
