import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getAlternates } from "@/components/catalog/alternates";
import { getCategory } from "@/lib/catalog/categories";
import { decodeHandle, getPath } from "@/lib/catalog/handle";
import { toPlainLine } from "@/lib/catalog/plain-text";

type CategoryParams = Promise<{ country: string; handle: string }>;

/** The metadata of a category's pages. */
export async function getCategoryMetadata(params: CategoryParams): Promise<Metadata> {
  const { country, ...rest } = await params;
  const handle = decodeHandle(rest.handle);
  const market = requireMarket(country);
  const category = await getCategory(handle);
  if (!category) return {};
  return {
    title: category.name,
    description: toPlainLine(category.description),
    alternates: getAlternates(market, getPath("categories", handle)),
  };
}
