import type { Metadata } from "next";
import { requireMarket } from "../../../market";
import { getAlternates } from "@/components/catalog/alternates";
import { getCategory } from "@/lib/catalog/categories";

type CategoryParams = Promise<{ country: string; handle: string }>;

/** What search engines and tabs are told about a category, whichever page of it. */
export async function getCategoryMetadata(params: CategoryParams): Promise<Metadata> {
  const { country, handle } = await params;
  const market = requireMarket(country);
  const category = await getCategory(handle);
  if (!category) return {};
  return {
    title: category.name,
    description: category.description,
    alternates: getAlternates(market, `/categories/${handle}`),
  };
}
