import type { Metadata } from "next";
import { requireMarket } from "../../../market";
import { getAlternates } from "@/components/catalog/alternates";
import { getCollection } from "@/lib/catalog/collections";

type CollectionParams = Promise<{ country: string; handle: string }>;

/** What search engines and tabs are told about a collection, whichever page of it. */
export async function getCollectionMetadata(params: CollectionParams): Promise<Metadata> {
  const { country, handle } = await params;
  const market = requireMarket(country);
  const collection = await getCollection(handle);
  if (!collection) return {};
  return {
    title: collection.title,
    description: collection.description,
    alternates: getAlternates(market, `/collections/${handle}`),
  };
}
