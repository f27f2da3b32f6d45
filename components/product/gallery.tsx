import { ProductPicture } from "@/components/catalog/product-picture";
import { GalleryMotion } from "@/components/product/gallery-motion";
import { getInitialValue, getPictureKey, getPictureStyles } from "@/components/product/picture-styles";
import { listKeys } from "@/components/ui/list-keys";
import { Photo } from "@/components/ui/photo";
import type { Product, ProductPicture as Picture } from "@/lib/catalog/product";

const STAGE_SIZES = "(min-width: 92rem) 48rem, (min-width: 64rem) 52vw, 100vw";

type GalleryProps = { id: string; product: Pick<Product, "pictures" | "pictureOption" | "variants"> };

const getPictureId = (id: string, index: number) => `${id}-picture-${index + 1}`;

/**
 * The pictures in a strip with scroll snapping: swiped on a phone, moved by arrow keys when focused. The thumbnails are
 * links to the pictures, and a style sheet shows those of the chosen colour, so it works without script.
 */
export function Gallery({ id, product }: GalleryProps) {
  const { pictures } = product;
  if (pictures.length < 2)
    return <ProductPicture picture={pictures[0] ?? null} sizes={STAGE_SIZES} loading="preload" />;
  const keys = listKeys(pictures.map(({ url }) => url));
  const initial = getInitialValue(product);
  const first = pictures.findIndex((picture) => isShown(picture, initial));
  return (
    <div id={id} className="lg:flex lg:flex-row-reverse lg:items-start lg:gap-4">
      <style>{getPictureStyles(product, "article")}</style>
      <ul
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard too
        tabIndex={0}
        aria-label="Pictures"
        data-testid="image-wrapper"
        className="-mx-gutter flex snap-x snap-mandatory strip overflow-x-auto overscroll-x-contain sm:mx-0 lg:flex-1"
      >
        {pictures.map((picture, index) => (
          <li
            key={keys[index]}
            id={getPictureId(id, index)}
            data-pictures={getPictureKey(picture.values)}
            className="w-full shrink-0 snap-start"
          >
            <ProductPicture
              picture={picture}
              sizes={STAGE_SIZES}
              loading={index === first ? "preload" : "lazy"}
            />
          </li>
        ))}
      </ul>
      <Thumbnails id={id} pictures={pictures} initial={initial} />
      <GalleryMotion galleryId={id} />
    </div>
  );
}

const isShown = ({ values }: Picture, value: string | null) =>
  values === null || value === null || values.includes(value);

type ThumbnailsProps = { id: string; pictures: Picture[]; initial: string | null };

/** Counted among the pictures that are shown together. */
function Thumbnails({ id, pictures, initial }: ThumbnailsProps) {
  const keys = listKeys(pictures.map(({ url }) => url));
  return (
    <ul className="mt-3 flex gap-2 lg:mt-0 lg:flex-col lg:gap-3">
      {pictures.map((picture, index) => {
        const together = pictures.filter((other) => isShown(other, picture.values?.[0] ?? initial));
        const place = together.indexOf(picture) + 1;
        return (
          <li key={keys[index]} data-pictures={getPictureKey(picture.values)}>
            <a
              href={`#${getPictureId(id, index)}`}
              aria-label={`Picture ${place} of ${together.length}`}
              aria-current={place === 1 || undefined}
              className="relative block aspect-4/5 w-14 overflow-hidden rounded-sm bg-sunken aria-[current]:ring-2 aria-[current]:ring-ink lg:w-18"
            >
              <Photo src={picture.url} alt="" sizes="4.5rem" widest={256} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
