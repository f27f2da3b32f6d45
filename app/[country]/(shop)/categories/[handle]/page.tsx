import { requireMarket } from "../../../market";
import { getCategoryMetadata } from "./category-metadata";
import { CategoryView } from "./category-view";
import { FIRST_PAGE } from "@/components/catalog/list-request";
import { listCategories } from "@/lib/catalog/categories";

export const ensureStatic = "navigation";

type CategoryProps = { params: Promise<{ country: string; handle: string }> };

export async function generateStaticParams() {
  return (await listCategories()).map(({ handle }) => ({ handle }));
}

export const generateMetadata = ({ params }: CategoryProps) => getCategoryMetadata(params);

export default async function Category({ params }: CategoryProps) {
  const { country, handle } = await params;
  return <CategoryView market={requireMarket(country)} handle={handle} request={FIRST_PAGE} />;
}
