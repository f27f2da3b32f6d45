import { requireMarket } from "@/lib/http/require-market";
import { listCategoryParams } from "@/app/[country]/(shop)/page-params";
import { getCategoryMetadata } from "./category-metadata";
import { CategoryView } from "./category-view";
import { FIRST_PAGE } from "@/components/catalog/list-request";
import { decodeHandle } from "@/lib/catalog/handle";

export const ensureStatic = "navigation";

type CategoryProps = { params: Promise<{ country: string; handle: string }> };

export const generateStaticParams = listCategoryParams;

export const generateMetadata = ({ params }: CategoryProps) => getCategoryMetadata(params);

export default async function Category({ params }: CategoryProps) {
  const { country, handle } = await params;
  return <CategoryView market={requireMarket(country)} handle={decodeHandle(handle)} request={FIRST_PAGE} />;
}
