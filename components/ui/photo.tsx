import { getImageProps } from "next/image";
import { preload } from "react-dom";

type PhotoProps = {
  src: string;
  alt: string;
  sizes: string;
  /** The largest displayed width in pixels, which limits the `srcset`. */
  widest?: number;
  loading?: Loading;
};

/** "preload" for the main picture of a page, "eager" for those initially in view. */
export type Loading = "lazy" | "eager" | "preload";

/**
 * Eager pictures have low priority: with a higher one React preloads them before the stylesheet, or the browser loads them
 * before the first paint, and the page appears later. They still start before lazy ones.
 */
const PRIORITIES = { preload: "high", eager: "low", lazy: undefined } as const;

/**
 * A picture that fills its container, through Next's image optimizer. Uses getImageProps, as the Image component would add
 * a script to every page for features that are not used here.
 */
export function Photo({ src, alt, sizes, widest = Infinity, loading = "lazy" }: PhotoProps) {
  const { props } = getImageProps({
    src,
    alt,
    sizes,
    fill: true,
    loading: loading === "lazy" ? "lazy" : "eager",
    fetchPriority: PRIORITIES[loading],
  });
  const srcSet = props.srcSet
    ?.split(", ")
    .filter((candidate) => Number(/\d+(?=w$)/.exec(candidate)?.[0]) <= widest)
    .join(", ");
  if (loading === "preload") {
    preload(props.src, { as: "image", imageSrcSet: srcSet, imageSizes: sizes, fetchPriority: "high" });
  }
  return (
    // oxlint-disable-next-line next/no-img-element -- it is the img that next/image would render
    <img {...props} srcSet={srcSet} alt={alt} className="object-cover photo" />
  );
}
