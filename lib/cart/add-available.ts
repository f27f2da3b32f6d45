import "server-only";
import type { ActiveCart } from "@/lib/cart/active-cart";
import { getLineLimit } from "@/lib/cart/cart";
import type { CartContext } from "@/lib/cart/context";
import { postLineItem, type NewItem } from "@/lib/cart/create";
import { moveActiveCartTo } from "@/lib/cart/move";
import { countInCart, findLineVariant, isLineRefused } from "@/lib/cart/stock";
import { getProductUncached } from "@/lib/catalog/products";
import type { Country } from "@/lib/markets";

/** An item to add again, as it was ordered. */
export type RequestedItem = {
  handle: string;
  variantId: string;
  variantTitle: string;
  title: string;
  quantity: number;
};

/** An item that could not be added, or not in full, with the reason for the shopper. */
export type Shortage = { title: string; reason: string };

/**
 * Adds items to the shopper's cart as far as there is stock, at current prices. For `lib` alone.
 * @returns the sum of the added quantities, and the shortages
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function addAvailable(
  country: Country,
  items: RequestedItem[],
  context: CartContext,
): Promise<{ added: number; missing: Shortage[] }> {
  let added = 0;
  const missing: Shortage[] = [];
  let active = await moveActiveCartTo(country, context);
  for (const item of items) {
    const outcome = await addRequestedItem({ country, context, active }, item);
    added += outcome.quantity;
    if (outcome.reason) missing.push({ title: item.title, reason: outcome.reason });
    active = outcome.active;
  }
  return { added, missing };
}

/** The cart that is added to, as it is after the item before. */
type Place = { country: Country; context: CartContext; active: ActiveCart | null };

type Outcome = { quantity: number; reason?: string; active: ActiveCart | null };

/** @param isLast whether this is the second attempt: the stock may be sold between reading it and adding */
async function addRequestedItem(place: Place, item: RequestedItem, isLast = false): Promise<Outcome> {
  const { country, context, active } = place;
  const product = await getProductUncached(country, item.handle);
  const line = { variant_id: item.variantId, variant_title: item.variantTitle };
  const variant = findLineVariant(product?.variants ?? [], line);
  if (!product) return { quantity: 0, reason: "we no longer sell it here", active };
  if (!variant) return { quantity: 0, reason: "it is no longer made like that", active };

  const inCart = active ? countInCart(active.cart, variant.id) : 0;
  const limit = getLineLimit(variant.available);
  const quantity = Math.max(0, Math.min(item.quantity, limit - inCart));
  if (limit === 0) return { quantity, reason: "it is sold out", active };
  if (quantity === 0) return { quantity, reason: "your cart has all that can be had of it", active };
  const changed = await add(place, { variant_id: variant.id, quantity });
  if (!changed) {
    if (isLast) return { quantity: 0, reason: "it has just sold out", active };
    return addRequestedItem({ ...place, active: await moveActiveCartTo(country, context) }, item, true);
  }
  return quantity < item.quantity
    ? { quantity, reason: `only ${quantity} of ${item.quantity} could be had`, active: changed }
    : { quantity, active: changed };
}

/** @returns null if the backend refuses the quantity that it has just reported */
async function add(place: Place, item: NewItem): Promise<ActiveCart | null> {
  try {
    return await postLineItem(place, item);
  } catch (error) {
    if (!isLineRefused(error)) throw error;
    return null;
  }
}
