import { getImageProps } from "next/image";
import { preload } from "react-dom";

type PhotoProps = {
  src: string;
  alt: string;
  sizes: string;
  /** The most pixels it is ever shown in, across. Every width on offer is an address, twice in the page. */
  widest?: number;
  loading?: Loading;
};

/** "preload" for the one picture that a page is about, "eager" for those in view at once. */
export type Loading = "lazy" | "eager" | "preload";

/**
 * Eager pictures are "low": React asks for others ahead of the stylesheet, and the browser for them ahead of the first
 * paint; either way the whole page appears later. Theirs is still the earlier start than that of the lazy ones.
 */
const PRIORITIES = { preload: "high", eager: "low", lazy: undefined } as const;

/**
 * A picture that fills the box it is in, through Next's optimiser. Made on the server with getImageProps: the Image
 * component would send a script with every page, for features these pictures do not use.
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
