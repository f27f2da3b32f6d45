import type { Metadata } from "next";
import { getCollectionMetadata } from "@/app/[country]/(shop)/collections/[handle]/collection-metadata";
import { CollectionView } from "@/app/[country]/(shop)/collections/[handle]/collection-view";
import { FILTERED, readFilteredRequest, type SearchParams } from "@/app/[country]/(shop)/filtered-request";
import { decodeHandle } from "@/lib/catalog/handle";
import { requireMarket } from "@/lib/http/require-market";

/** As the store with filters. */
export const instant = false;

type FilteredCollectionProps = {
  params: Promise<{ country: string; handle: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: FilteredCollectionProps): Promise<Metadata> {
  return { ...(await getCollectionMetadata(params)), ...FILTERED };
}

export default async function FilteredCollection({ params, searchParams }: FilteredCollectionProps) {
  const { country, ...rest } = await params;
  const market = requireMarket(country);
  const handle = decodeHandle(rest.handle);
  const request = await readFilteredRequest(market, await searchParams);
  return <CollectionView market={market} handle={handle} request={request} />;
}
