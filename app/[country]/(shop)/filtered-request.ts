import type { ListRequest } from "@/components/catalog/list-request";
import { parseListQuery } from "@/lib/catalog/list-query";
import { getVersion } from "@/lib/catalog/version";
import { getVocabulary } from "@/lib/catalog/vocabulary";
import type { Market } from "@/lib/markets";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Of a list that has no page of its own, as it depends on what was chosen. */
export const FILTERED = { robots: { index: false, follow: true } } as const;

/** The request for a list with filters. What names nothing that exists is left out: only junk is the plain list. */
export async function readFilteredRequest(market: Market, params: SearchParams): Promise<ListRequest> {
  const version = await getVersion();
  const vocabulary = await getVocabulary(market.country, version);
  return { query: parseListQuery(params, vocabulary), problem: null, version };
}
