import "server-only";
import type { StoreCart, StoreCartLineItem } from "@medusajs/types";
import { readCountry } from "@/lib/cart/reshape";
import { readProductNow } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";

/**
 * How many of a line's variant the backend has at this moment: null where they are not counted, undefined where the
 * variant is no longer sold in the cart's country under the handle that the line has kept.
 * @throws AppError "unavailable"
 */
export async function readStockNow(
  cart: StoreCart,
  { product_handle, variant_id }: StoreCartLineItem,
): Promise<number | null | undefined> {
  const product = await readProductNow(readCountry(cart), product_handle ?? "");
  return product?.variants.find(({ id }) => id === variant_id)?.available;
}

/** Whether the backend has answered, and will not have this line: neither an outage, nor a question of who is asking. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && ["out-of-stock", "invalid", "not-found"].includes(error.code);
}
