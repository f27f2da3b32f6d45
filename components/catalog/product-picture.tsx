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

/** A product's picture in the shop's own format, 4:5; the ground alone where there is none. */
export function ProductPicture({ picture, sizes, widest, loading = "lazy", className }: ProductPictureProps) {
  return (
    <span className={clsx("relative block aspect-4/5 overflow-hidden bg-sunken", className)}>
      {picture && (
        <Photo src={picture.url} alt={picture.alt} sizes={sizes} widest={widest} loading={loading} />
      )}
    </span>
  );
}
