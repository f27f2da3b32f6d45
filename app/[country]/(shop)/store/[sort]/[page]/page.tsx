import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { listPageParams } from "@/app/[country]/(shop)/page-params";
import { StoreView } from "@/app/[country]/(shop)/store/store-view";
import { getAlternates } from "@/components/catalog/alternates";
import { parseListRequest } from "@/components/catalog/list-request";

export const ensureStatic = "navigation";

type StorePageProps = { params: Promise<{ country: string; sort: string; page: string }> };

export const generateStaticParams = listPageParams;

export async function generateMetadata({ params }: StorePageProps): Promise<Metadata> {
  const market = requireMarket((await params).country);
  return { title: "Shop all", alternates: getAlternates(market, "/store") };
}

/** The store at `?page=` and `?sortBy=`; next.config.ts rewrites them to this route. */
export default async function StorePage({ params }: StorePageProps) {
  const { country, ...rest } = await params;
  return <StoreView market={requireMarket(country)} request={parseListRequest(rest)} />;
}
