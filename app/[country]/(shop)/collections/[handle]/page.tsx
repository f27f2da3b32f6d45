import { requireMarket } from "@/lib/http/require-market";
import { listCollectionParams } from "@/app/[country]/(shop)/page-params";
import { getCollectionMetadata } from "./collection-metadata";
import { CollectionView } from "./collection-view";
import { FIRST_PAGE } from "@/components/catalog/list-request";
import { decodeHandle } from "@/lib/catalog/handle";

export const ensureStatic = "navigation";

type CollectionProps = { params: Promise<{ country: string; handle: string }> };

export const generateStaticParams = listCollectionParams;

export const generateMetadata = ({ params }: CollectionProps) => getCollectionMetadata(params);

export default async function Collection({ params }: CollectionProps) {
  const { country, handle } = await params;
  return (
    <CollectionView market={requireMarket(country)} handle={decodeHandle(handle)} request={FIRST_PAGE} />
  );
}
