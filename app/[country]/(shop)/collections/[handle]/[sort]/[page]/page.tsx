import { requireMarket } from "@/lib/http/require-market";
import { listHandlePageParams } from "@/app/[country]/(shop)/page-params";
import { getCollectionMetadata } from "@/app/[country]/(shop)/collections/[handle]/collection-metadata";
import { CollectionView } from "@/app/[country]/(shop)/collections/[handle]/collection-view";
import { parseListRequest } from "@/components/catalog/list-request";
import { decodeHandle } from "@/lib/catalog/handle";

export const ensureStatic = "navigation";

type CollectionPageProps = {
  params: Promise<{ country: string; handle: string; sort: string; page: string }>;
};

export const generateStaticParams = () => listHandlePageParams("collection");

export const generateMetadata = ({ params }: CollectionPageProps) => getCollectionMetadata(params);

/** A collection at `?page=` and `?sortBy=`; next.config.ts rewrites them to this route. */
export default async function CollectionPage({ params }: CollectionPageProps) {
  const { country, handle, ...rest } = await params;
  return (
    <CollectionView
      market={requireMarket(country)}
      handle={decodeHandle(handle)}
      request={parseListRequest(rest)}
    />
  );
}
