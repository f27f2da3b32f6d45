import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { getLineLimit } from "@/lib/cart/cart";
import { postLineItem, findActiveCartIn, type NewItem } from "@/lib/cart/create";
import { countInCart, findLineVariant, isLineRefused } from "@/lib/cart/stock";
import { getProductUncached } from "@/lib/catalog/products";
import type { Country } from "@/lib/markets";

/** An item to add again, as it was ordered. `variant`: the title of the variant. */
export type RequestedItem = {
  handle: string;
  variantId: string;
  variant: string;
  title: string;
  quantity: number;
};

/** An item that could not be added, or not in full, with the reason for the shopper. */
export type Shortage = { title: string; reason: string };

/**
 * Adds items to the shopper's cart as far as there is stock, at current prices.
 * @returns the sum of the added quantities, and the shortages
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function addAvailable(
  country: Country,
  items: RequestedItem[],
): Promise<{ added: number; missing: Shortage[] }> {
  let added = 0;
  const missing: Shortage[] = [];
  for (const item of items) {
    const { quantity, reason } = await addRequestedItem(country, item);
    added += quantity;
    if (reason) missing.push({ title: item.title, reason });
  }
  return { added, missing };
}

type Outcome = { quantity: number; reason?: string };

/** @param isLast whether this is the second attempt: the stock may be sold between reading it and adding */
async function addRequestedItem(country: Country, item: RequestedItem, isLast = false): Promise<Outcome> {
  const product = await getProductUncached(country, item.handle);
  const line = { variant_id: item.variantId, variant_title: item.variant };
  const variant = findLineVariant(product?.variants ?? [], line);
  if (!product) return { quantity: 0, reason: "we no longer sell it here" };
  if (!variant) return { quantity: 0, reason: "it is no longer made like that" };

  const cart = await findActiveCartIn(country);
  const inCart = cart ? countInCart(cart, variant.id) : 0;
  const limit = getLineLimit(variant.available);
  const quantity = Math.max(0, Math.min(item.quantity, limit - inCart));
  if (limit === 0) return { quantity, reason: "it is sold out" };
  if (quantity === 0) return { quantity, reason: "your cart has all that can be had of it" };
  if (!(await add(country, cart, { variant_id: variant.id, quantity })))
    return isLast ? { quantity: 0, reason: "it has just sold out" } : addRequestedItem(country, item, true);
  return quantity < item.quantity
    ? { quantity, reason: `only ${quantity} of ${item.quantity} could be had` }
    : { quantity };
}

/** @returns false if the backend refuses the quantity that it has just reported */
async function add(country: Country, cart: BackendCart | null, item: NewItem): Promise<boolean> {
  try {
    await postLineItem(country, cart, item);
    return true;
  } catch (error) {
    if (!isLineRefused(error)) throw error;
    return false;
  }
}
