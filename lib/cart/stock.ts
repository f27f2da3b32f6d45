import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Variant } from "@/lib/catalog/product";
import { getProductUncached } from "@/lib/catalog/products";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { formatLineTitle, getCartCountry } from "@/lib/cart/reshape";

type Text = string | null | undefined;

/** The product and variant of a line, as they were when the line was created. */
type LineRef = { product_handle?: Text; variant_id?: Text; variant_title?: Text };

/**
 * The current stock of a line's variant, not cached.
 * @returns null if stock is not counted, undefined if the variant is not sold in the country any more
 * @throws AppError "unavailable"
 */
export async function getStockUncached(country: Country, line: LineRef): Promise<number | null | undefined> {
  return (await getVariantUncached(country, line))?.available;
}

/** The variant of a line, not cached. @throws AppError "unavailable" */
export async function getVariantUncached(country: Country, line: LineRef): Promise<Variant | undefined> {
  const product = await getProductUncached(country, line.product_handle ?? "");
  return findLineVariant(product?.variants ?? [], line);
}

/** The variant of a line, or one with the same title: variants may be deleted and recreated. */
export function findLineVariant(
  variants: readonly Variant[],
  { variant_id, variant_title }: LineRef,
): Variant | undefined {
  const own = variants.find(({ id }) => id === variant_id);
  return own ?? variants.find(({ title }) => title !== "" && title === variant_title);
}

/** The quantity of a variant in a cart. */
export function countInCart(cart: BackendCart | null, variantId: string | null | undefined): number {
  return cart?.items.find((item) => item.variant_id === variantId)?.quantity ?? 0;
}

/** Whether an error means that the backend refuses the line; false for outages and for a missing sign-in. */
export function isLineRefused(error: unknown): error is AppError {
  return error instanceof AppError && REFUSALS.has(error.code);
}

const REFUSALS: ReadonlySet<ErrorCode> = new Set(["out-of-stock", "not-for-sale", "invalid", "not-found"]);

/**
 * Messages about the lines of a cart with less stock than their quantity. Leaves out variants that are not counted or do
 * not exist any more.
 * @throws AppError "unavailable"
 */
export async function describeShortages(cart: BackendCart): Promise<string> {
  const sentences = cart.items.map(async (item) => {
    const left = await getStockUncached(getCartCountry(cart), item);
    if (left === null || left === undefined || left >= item.quantity) return [];
    return [`${formatLineTitle(item)}: ${left === 0 ? "none" : `only ${left}`} left.`];
  });
  return (await Promise.all(sentences)).flat().join(" ");
}
