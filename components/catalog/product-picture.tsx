import clsx from "clsx";
import Image from "next/image";
import type { Picture } from "@/lib/catalog/product";

type ProductPictureProps = {
  picture: Picture | null;
  sizes: string;
  loading?: "eager" | "lazy" | "preload";
  className?: string;
};

/** A product's picture in the shop's own format, 4:5; the ground alone where there is none. */
export function ProductPicture({ picture, sizes, loading = "lazy", className }: ProductPictureProps) {
  return (
    <span className={clsx("relative block aspect-4/5 overflow-hidden bg-sunken", className)}>
      {picture && (
        <Image
          src={picture.url}
          alt={picture.alt}
          fill
          sizes={sizes}
          {...(loading === "preload" ? { preload: true } : { loading })}
          className="object-cover"
        />
      )}
    </span>
  );
}
