import clsx from "clsx";
import { type Loading, Photo } from "@/components/ui/photo";
import type { Picture } from "@/lib/catalog/product";

type ProductPictureProps = {
  picture: Picture | null;
  sizes: string;
  widest?: number;
  loading?: Loading;
  className?: string;
};

/** A product picture in 4:5; an empty background if there is none. */
export function ProductPicture({ picture, sizes, widest, loading = "lazy", className }: ProductPictureProps) {
  return (
    <span className={clsx("relative block aspect-4/5 overflow-hidden bg-sunken", className)}>
      {picture && (
        <Photo src={picture.url} alt={picture.alt} sizes={sizes} widest={widest} loading={loading} />
      )}
    </span>
  );
}
