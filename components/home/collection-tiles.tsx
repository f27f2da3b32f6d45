import Link from "next/link";
import { ProductPicture } from "@/components/catalog/product-picture";
import type { Collection } from "@/lib/catalog/collections";
import { listProducts } from "@/lib/catalog/products";
import type { Market } from "@/lib/market";

type CollectionTilesProps = { market: Market; collections: Collection[] };

const TILE_SIZES = "(min-width: 92rem) 28rem, (min-width: 48rem) 30vw, 90vw";

/** The collections side by side, each with a picture of the first thing in it. */
export function CollectionTiles({ market, collections }: CollectionTilesProps) {
  return (
    <section aria-label="Three ways to dress for the door" className="page pt-section">
      <h2 className="display text-3xl">Three ways to dress for the door</h2>
      <ul className="mt-10 grid gap-x-6 gap-y-10 md:grid-cols-3">
        {collections.map((collection) => (
          <CollectionTile key={collection.handle} collection={collection} market={market} />
        ))}
      </ul>
    </section>
  );
}

type CollectionTileProps = { market: Market; collection: Collection };

async function CollectionTile({ market, collection: { handle, title, description } }: CollectionTileProps) {
  const { products } = await listProducts(market.country, {
    page: 1,
    sort: "price_desc",
    collection: handle,
  });
  const picture = products.find((product) => product.picture)?.picture ?? null;
  return (
    <li>
      <Link href={`/${market.country}/collections/${handle}`} className="group block">
        <span className="block overflow-hidden rounded-sm">
          <ProductPicture
            picture={picture && { ...picture, alt: "" }}
            sizes={TILE_SIZES}
            className="transition-transform duration-700 ease-calm group-hover:scale-[1.02] motion-reduce:group-hover:scale-100 max-md:aspect-square"
          />
        </span>
        <span className="mt-4 block display text-2xl underline-offset-6 group-hover:underline group-hover:decoration-1">
          {title}
        </span>
        <span className="mt-1.5 block max-w-[40ch] text-sm text-muted">{description}</span>
      </Link>
    </li>
  );
}
