import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Variant } from "@/lib/catalog/product";
import { getProductUncached } from "@/lib/catalog/products";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Country } from "@/lib/markets";

type Text = string | null | undefined;

/** What a line is of: handle and titles are as they were when the line was made, null where Medusa keeps none. */
type Line = { product_handle?: Text; variant_id?: Text; variant_title?: Text };

/**
 * How many of a line's variant the backend has at this moment: null where they are not counted, undefined where the
 * variant is no longer sold in that country under the handle that the line has kept.
 * @throws AppError "unavailable"
 */
export async function readStockNow(country: Country, line: Line): Promise<number | null | undefined> {
  return (await readVariantNow(country, line))?.available;
}

/** The variant of a line as the backend has it at this moment. @throws as `readStockNow` */
export async function readVariantNow(country: Country, line: Line): Promise<Variant | undefined> {
  const product = await getProductUncached(country, line.product_handle ?? "");
  return findLineVariant(product?.variants ?? [], line);
}

/** A line's variant, or the one that has taken its place under the same title: some are deleted and made anew. */
export function findLineVariant(
  variants: readonly Variant[],
  { variant_id, variant_title }: Line,
): Variant | undefined {
  const own = variants.find(({ id }) => id === variant_id);
  return own ?? variants.find(({ title }) => title !== "" && title === variant_title);
}

/** How many of a variant a cart holds. */
export function countInCart(cart: BackendCart | null, variantId: string | null | undefined): number {
  return cart?.items.find((item) => item.variant_id === variantId)?.quantity ?? 0;
}

/** Whether the backend has answered, and will not have this line: neither an outage, nor a question of who is asking. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && REFUSALS.has(error.code);
}

const REFUSALS: ReadonlySet<ErrorCode> = new Set(["out-of-stock", "not-for-sale", "invalid", "not-found"]);
