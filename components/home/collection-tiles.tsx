import Link from "next/link";
import { getCollectionPicture } from "@/components/catalog/collection-picture";
import { Photo } from "@/components/ui/photo";
import type { Collection } from "@/lib/catalog/collections";
import { getPath } from "@/lib/catalog/handle";

const TILE_SIZES = "(min-width: 92rem) 28rem, (min-width: 48rem) 30vw, 90vw";

/** The collections as tiles. */
export function CollectionTiles({ base, collections }: { base: string; collections: Collection[] }) {
  return (
    <section aria-label="Collections" className="page pt-section">
      <h2 className="display text-3xl">Three ways to dress for the door</h2>
      <ul className="mt-10 grid gap-x-6 gap-y-10 md:grid-cols-3">
        {collections.map((collection) => (
          <li key={collection.handle}>
            <CollectionTile base={base} collection={collection} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type CollectionTileProps = { base: string; collection: Collection };

function CollectionTile({ base, collection: { handle, title, description } }: CollectionTileProps) {
  const pictureUrl = getCollectionPicture(handle);
  return (
    <Link href={base + getPath("collections", handle)} className="group block">
      <span className="relative block aspect-4/3 overflow-hidden rounded-sm bg-sunken">
        {pictureUrl && (
          <span className="absolute inset-0 transition-transform duration-700 ease-calm group-hover:scale-[1.02] motion-reduce:group-hover:scale-100">
            <Photo src={pictureUrl} alt="" sizes={TILE_SIZES} />
          </span>
        )}
      </span>
      <span className="mt-4 block display text-2xl underline-offset-6 group-hover:underline group-hover:decoration-1">
        {title}
      </span>
      <span className="mt-1.5 block max-w-[40ch] text-sm text-muted">{description}</span>
    </Link>
  );
}
