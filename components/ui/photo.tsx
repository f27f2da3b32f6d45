import { getImageProps } from "next/image";
import { preload } from "react-dom";

type PhotoProps = {
  src: string;
  alt: string;
  sizes: string;
  loading?: Loading;
};

/** "preload" for the one picture that a page is about, "eager" for those in view at once. */
export type Loading = "lazy" | "eager" | "preload";

/**
 * A picture that fills the box it is in, through Next's optimiser. Made on the server with getImageProps: the Image
 * component would send a script with every page, for features these pictures do not use.
 */
export function Photo({ src, alt, sizes, loading = "lazy" }: PhotoProps) {
  const isFirst = loading === "preload";
  const { props } = getImageProps({
    src,
    alt,
    sizes,
    fill: true,
    loading: loading === "lazy" ? "lazy" : "eager",
    ...(isFirst ? { fetchPriority: "high" } : {}),
  });
  if (isFirst) {
    preload(props.src, { as: "image", imageSrcSet: props.srcSet, imageSizes: sizes, fetchPriority: "high" });
  }
  // oxlint-disable-next-line next/no-img-element -- it is the img that next/image would render
  const image = <img {...props} alt={alt} className="object-cover photo" />;
  // React would ask for a bare eager picture ahead of the stylesheet, and the whole page would appear later for it.
  return loading === "eager" ? <picture className="contents">{image}</picture> : image;
}
