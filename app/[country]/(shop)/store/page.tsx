import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { StoreView } from "./store-view";
import { getAlternates } from "@/components/catalog/alternates";
import { FIRST_PAGE } from "@/components/catalog/list-request";

export const ensureStatic = "navigation";

type StoreProps = { params: Promise<{ country: string }> };

export async function generateMetadata({ params }: StoreProps): Promise<Metadata> {
  const market = requireMarket((await params).country);
  return { title: "Shop all", alternates: getAlternates(market, "/store") };
}

export default async function Store({ params }: StoreProps) {
  return <StoreView market={requireMarket((await params).country)} request={FIRST_PAGE} />;
}
