import { ListHeading } from "@/components/catalog/list-heading";
import type { ListRequest } from "@/components/catalog/list-request";
import { ProductList } from "@/components/catalog/product-list";
import type { Market } from "@/lib/markets";

/** All products. On a phone the text is the largest contentful paint, so it waits for no picture. */
export function StoreView({ market, request }: { market: Market; request: ListRequest }) {
  return (
    <ProductList
      market={market}
      path={`/${market.country}/store`}
      request={request}
      heading={
        <ListHeading
          title="Everything on the hooks"
          description="Scarves, hats, gloves, umbrellas, bags and small prints, all of them made to be handed over and handed back. Whatever you choose hangs on a hook of its own, in your name, until you come for it."
          testId="store-page-title"
        />
      }
    />
  );
}
