import { requireMarket } from "@/lib/http/require-market";
import { listHandlePageParams } from "@/app/[country]/(shop)/page-params";
import { getCategoryMetadata } from "@/app/[country]/(shop)/categories/[handle]/category-metadata";
import { CategoryView } from "@/app/[country]/(shop)/categories/[handle]/category-view";
import { parseListRequest } from "@/components/catalog/list-request";
import { decodeHandle } from "@/lib/catalog/handle";

export const ensureStatic = "navigation";

type CategoryPageProps = { params: Promise<{ country: string; handle: string; sort: string; page: string }> };

export const generateStaticParams = () => listHandlePageParams("category");

export const generateMetadata = ({ params }: CategoryPageProps) => getCategoryMetadata(params);

/** A category at `?page=` and `?sortBy=`; next.config.ts rewrites them to this route. */
export default async function CategoryPage({ params }: CategoryPageProps) {
  const { country, handle, ...rest } = await params;
  return (
    <CategoryView
      market={requireMarket(country)}
      handle={decodeHandle(handle)}
      request={parseListRequest(rest)}
    />
  );
}
