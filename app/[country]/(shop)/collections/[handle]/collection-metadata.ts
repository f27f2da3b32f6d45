import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getAlternates } from "@/components/catalog/alternates";
import { getCollection } from "@/lib/catalog/collections";
import { decodeHandle, getPath } from "@/lib/catalog/handle";
import { toPlainLine } from "@/lib/catalog/plain-text";

type CollectionParams = Promise<{ country: string; handle: string }>;

/** The metadata of a collection's pages. */
export async function getCollectionMetadata(params: CollectionParams): Promise<Metadata> {
  const { country, ...rest } = await params;
  const handle = decodeHandle(rest.handle);
  const market = requireMarket(country);
  const collection = await getCollection(handle);
  if (!collection) return {};
  return {
    title: collection.title,
    description: toPlainLine(collection.description),
    alternates: getAlternates(market, getPath("collections", handle)),
  };
}
