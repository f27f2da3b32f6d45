import { redirect } from "next/navigation";
import type { ListRequest } from "@/components/catalog/list-request";
import { getListHref, parseListQuery, toListParams, type ListQuery } from "@/lib/catalog/list-query";
import { getVersion } from "@/lib/catalog/version";
import { getVocabulary } from "@/lib/catalog/vocabulary";
import type { Market } from "@/lib/markets";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Of a list that has no page of its own, as it depends on what was chosen. */
export const FILTERED = { robots: { index: false, follow: true } } as const;

/**
 * The request for a list with filters. An address that spells it otherwise, or names what does not exist, is redirected to
 * the one that does not; parameters of other programs are left alone.
 * @param path of the list, with the country
 * @param text searched for, if any
 */
export async function readFilteredRequest(
  market: Market,
  path: string,
  { params, text }: { params: SearchParams; text?: string },
): Promise<ListRequest> {
  const vocabulary = await getVocabulary(market.country, await getVersion());
  const query = parseListQuery(params, vocabulary);
  const names = new Set([...FIXED, ...vocabulary.options.map(({ name }) => name)]);
  if (!isCanonical(query, params, names)) redirect(getListHref(path, query, text));
  return { query, problem: null, isLatest: true };
}

const FIXED = ["category", "collection", "material", "min", "max", "in-stock", "reduced", "sortBy", "page"];

/** Whether the parameters that lists know are those of the query, in its order. */
function isCanonical(query: ListQuery, params: SearchParams, names: ReadonlySet<string>): boolean {
  const given = Object.entries(params).flatMap(([name, values]) =>
    names.has(name) ? [values].flat().map((value) => [name, value ?? ""]) : [],
  );
  return new URLSearchParams(given).toString() === toListParams(query).toString();
}
