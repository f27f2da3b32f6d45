import { getImageProps } from "next/image";
import { preload } from "react-dom";

type PhotoProps = {
  src: string;
  alt: string;
  sizes: string;
  loading?: "lazy" | "eager" | "preload";
};

/**
 * A picture that fills the box it is in, through Next's optimiser. Made on the server with getImageProps: the Image
 * component would send a script with every page, for features these pictures do not use.
 */
export function Photo({ src, alt, sizes, loading = "lazy" }: PhotoProps) {
  const isFirst = loading === "preload";
  const { props } = getImageProps({ src, alt, sizes, fill: true, loading: isFirst ? "eager" : loading });
  if (isFirst) {
    preload(props.src, { as: "image", imageSrcSet: props.srcSet, imageSizes: sizes, fetchPriority: "high" });
  }
  return (
    // oxlint-disable-next-line next/no-img-element -- it is the img that next/image would render
    <img
      {...props}
      alt={alt}
      {...(isFirst ? { fetchPriority: "high" } : {})}
      className="object-cover photo"
    />
  );
}
