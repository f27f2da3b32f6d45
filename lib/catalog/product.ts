import type { Money } from "@/lib/money";

export type Picture = { url: string; alt: string };

/** `values`: of the product's `pictureOption`, those that it shows; null for all. */
export type ProductPicture = Picture & { values: readonly string[] | null };

export type ProductOption = { title: string; values: string[] };

/**
 * `available`: how many can be bought now; null for no limit. `onHand`: only for variants with backorder, how many can be
 * shipped at once.
 */
export type Variant = {
  id: string;
  title: string;
  options: Record<string, string>;
  price: Money;
  originalPrice: Money | null;
  available: number | null;
  onHand?: number;
  /** What a line of the cart shows: its own picture, or the product's. */
  pictureUrl: string | null;
};

/** At this stock or less, the page says how many are left. */
export const LOW_STOCK_THRESHOLD = 5;

/** A product in a list. `price` is the lowest of its variants'. */
export type ProductCard = {
  handle: string;
  title: string;
  subtitle: string;
  picture: Picture | null;
  price: Money;
  originalPrice: Money | null;
  hasPriceRange: boolean;
  isSoldOut: boolean;
};

/** The prices of a product for one customer: the card's, and each variant's by id. */
export type CustomerPrice = Pick<ProductCard, "price" | "originalPrice" | "hasPriceRange"> & {
  variants: Record<string, Pick<Variant, "price" | "originalPrice">>;
};

/** How many products one request for customer prices may name: more than a page of a list has. */
export const MAX_PRICED_PRODUCTS = 24;

/** By product handle. A product without an entry has the price on its page. */
export type CustomerPrices = Record<string, CustomerPrice>;

export type Product = ProductCard & {
  id: string;
  description: string;
  facts: { label: string; text: string }[];
  pictures: ProductPicture[];
  /** The option by whose values the pictures differ, such as "Colour"; null if there is none. */
  pictureOption: string | null;
  options: ProductOption[];
  variants: Variant[];
  category: { handle: string; name: string } | null;
  collection: { handle: string; title: string } | null;
};

/** The variant with these option values, if there is one. @param chosen option title → value */
export function findVariant(
  variants: readonly Variant[],
  chosen: Record<string, string>,
): Variant | undefined {
  return variants.find((variant) =>
    Object.entries(variant.options).every(([title, value]) => chosen[title] === value),
  );
}

export type OptionValueState = "available" | "sold-out" | "not-made";

/**
 * Whether choosing `value` for the option `title`, with the other choices as they are, gives an available variant, a
 * sold-out one or none.
 */
export function getOptionValueState(
  variants: readonly Variant[],
  chosen: Record<string, string>,
  [title, value]: [string, string],
): OptionValueState {
  const wanted = { ...chosen, [title]: value };
  const matches = variants.filter((variant) =>
    Object.entries(variant.options).every(([key, own]) => wanted[key] === undefined || wanted[key] === own),
  );
  if (matches.length === 0) return "not-made";
  return matches.some((variant) => variant.available !== 0) ? "available" : "sold-out";
}
