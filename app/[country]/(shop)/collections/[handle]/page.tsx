import { requireMarket } from "../../../market";
import { getCollectionMetadata } from "./collection-metadata";
import { CollectionView } from "./collection-view";
import { FIRST_PAGE } from "@/components/catalog/list-request";
import { listCollections } from "@/lib/catalog/collections";

export const ensureStatic = "navigation";

type CollectionProps = { params: Promise<{ country: string; handle: string }> };

export async function generateStaticParams() {
  return (await listCollections()).map(({ handle }) => ({ handle }));
}

export const generateMetadata = ({ params }: CollectionProps) => getCollectionMetadata(params);

export default async function Collection({ params }: CollectionProps) {
  const { country, handle } = await params;
  return <CollectionView market={requireMarket(country)} handle={handle} request={FIRST_PAGE} />;
}
