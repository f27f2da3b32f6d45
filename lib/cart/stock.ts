import "server-only";
import type { StoreCart } from "@medusajs/types";
import { readProductNow } from "@/lib/catalog/products";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Country } from "@/lib/market";

/** What a line is of: the handle is as it was when the line was made, null where Medusa keeps none. */
type Line = { product_handle?: string | null | undefined; variant_id?: string | null | undefined };

/**
 * How many of a line's variant the backend has at this moment: null where they are not counted, undefined where the
 * variant is no longer sold in that country under the handle that the line has kept.
 * @throws AppError "not-deliverable", "unavailable"
 */
export async function readStockNow(
  country: Country,
  { product_handle, variant_id }: Line,
): Promise<number | null | undefined> {
  const product = await readProductNow(country, product_handle ?? "");
  return product?.variants.find(({ id }) => id === variant_id)?.available;
}

/** How many of a variant a cart holds. */
export function countInCart(cart: StoreCart | null, variantId: string | null | undefined): number {
  return cart?.items?.find((item) => item.variant_id === variantId)?.quantity ?? 0;
}

/** Whether the backend has answered, and will not have this line: neither an outage, nor a question of who is asking. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && REFUSALS.includes(error.code);
}

const REFUSALS: ErrorCode[] = ["out-of-stock", "not-for-sale", "invalid", "not-found"];
