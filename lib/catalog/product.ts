import type { Money } from "@/lib/money";

export type Picture = { url: string; alt: string };

export type ProductOption = { title: string; values: string[] };

/**
 * `available` is how many can be bought now; null when that has no limit. `onHand`, only where more can be ordered than
 * there is, is how many can be sent at once: the rest is on backorder.
 */
export type Variant = {
  id: string;
  title: string;
  options: Record<string, string>;
  price: Money;
  originalPrice: Money | null;
  available: number | null;
  onHand?: number;
};

/** From how many on down a shopper is told how many are left. */
export const FEW = 5;

/** A product in a grid: what a card shows and nothing else. `price` is the lowest of its variants. */
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

/** What one customer pays for a product: its card's prices, and those of its variants by their ids. */
export type OwnPrice = Pick<ProductCard, "price" | "originalPrice" | "hasPriceRange"> & {
  variants: Record<string, Pick<Variant, "price" | "originalPrice">>;
};

/** By the product's handle; a product without an entry costs what its page says. */
export type OwnPrices = Record<string, OwnPrice>;

export type Product = ProductCard & {
  id: string;
  description: string;
  facts: { label: string; text: string }[];
  pictures: Picture[];
  options: ProductOption[];
  variants: Variant[];
  category: { handle: string; name: string } | null;
  collection: { handle: string; title: string } | null;
};

/** The variant with exactly these option values, if that combination is made. */
export function findVariant(
  variants: readonly Variant[],
  chosen: Record<string, string>,
): Variant | undefined {
  return variants.find((variant) =>
    Object.entries(variant.options).every(([title, value]) => chosen[title] === value),
  );
}

export type ValueState = "available" | "sold-out" | "not-made";

/**
 * What choosing `value` for `title` would lead to, the other choices staying as they are: something to buy, a
 * combination that is sold out, or one that is not made.
 */
export function getValueState(
  variants: readonly Variant[],
  chosen: Record<string, string>,
  [title, value]: [string, string],
): ValueState {
  const wanted = { ...chosen, [title]: value };
  const matches = variants.filter((variant) =>
    Object.entries(variant.options).every(([key, own]) => wanted[key] === undefined || wanted[key] === own),
  );
  if (matches.length === 0) return "not-made";
  return matches.some((variant) => variant.available !== 0) ? "available" : "sold-out";
}
