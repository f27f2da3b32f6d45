import { notFound } from "next/navigation";
import { getCollectionPicture } from "@/components/catalog/collection-picture";
import { ListHeading } from "@/components/catalog/list-heading";
import type { ListRequest } from "@/components/catalog/list-request";
import { ProductList } from "@/components/catalog/product-list";
import { getCollection } from "@/lib/catalog/collections";
import { getPath } from "@/lib/catalog/handle";
import { setNotFoundLife } from "@/lib/catalog/cache-life";
import type { Market } from "@/lib/markets";

type CollectionViewProps = { market: Market; handle: string; request: ListRequest };

/** A collection and its products. */
export async function CollectionView({ market, handle, request }: CollectionViewProps) {
  const collection = await getCollection(handle, request.version);
  if (!collection) {
    await setNotFoundLife();
    notFound();
  }
  return (
    <ProductList
      market={market}
      path={`/${market.country}${getPath("collections", handle)}`}
      request={request}
      base={{ collection: handle }}
      heading={
        <ListHeading
          eyebrow="Collection"
          title={collection.title}
          description={collection.description}
          testId="collection-page-title"
          pictureUrl={getCollectionPicture(handle)}
        />
      }
    />
  );
}
