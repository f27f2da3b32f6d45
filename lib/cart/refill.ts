import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { getLineLimit } from "@/lib/cart/cart";
import { addItem, findCartIn, type Item } from "@/lib/cart/opening";
import { countInCart, findLineVariant, isRefusal } from "@/lib/cart/stock";
import { getProductUncached } from "@/lib/catalog/products";
import type { Country } from "@/lib/markets";

/** A thing that somebody had and wants again, named as it was then. `variant` is the variant's own title. */
export type Wish = { handle: string; variantId: string; variant: string; title: string; quantity: number };

/** What did not get into the cart, or not all of it, in words for the shopper. */
export type Shortfall = { title: string; reason: string };

/**
 * Puts as much of each wish into the shopper's cart as there is, at today's prices.
 * @returns how many pieces were added, and what is missing
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function refillCart(
  country: Country,
  wishes: Wish[],
): Promise<{ added: number; missing: Shortfall[] }> {
  let added = 0;
  const missing: Shortfall[] = [];
  for (const wish of wishes) {
    const { quantity, reason } = await addWish(country, wish);
    added += quantity;
    if (reason) missing.push({ title: wish.title, reason });
  }
  return { added, missing };
}

type Outcome = { quantity: number; reason?: string };

/** @param isLast whether this is the second try: somebody may be quicker between the count and the cart */
async function addWish(country: Country, wish: Wish, isLast = false): Promise<Outcome> {
  const product = await getProductUncached(country, wish.handle);
  const line = { variant_id: wish.variantId, variant_title: wish.variant };
  const variant = findLineVariant(product?.variants ?? [], line);
  if (!product) return { quantity: 0, reason: "we no longer sell it here" };
  if (!variant) return { quantity: 0, reason: "it is no longer made like that" };

  const cart = await findCartIn(country);
  const inCart = cart ? countInCart(cart, variant.id) : 0;
  const limit = getLineLimit(variant.available);
  const quantity = Math.max(0, Math.min(wish.quantity, limit - inCart));
  if (limit === 0) return { quantity, reason: "it is sold out" };
  if (quantity === 0) return { quantity, reason: "your cart has all that can be had of it" };
  if (!(await add(country, cart, { variant_id: variant.id, quantity })))
    return isLast ? { quantity: 0, reason: "it has just sold out" } : addWish(country, wish, true);
  return quantity < wish.quantity
    ? { quantity, reason: `only ${quantity} of ${wish.quantity} could be had` }
    : { quantity };
}

/** @returns false when the backend refuses what it had a moment ago */
async function add(country: Country, cart: BackendCart | null, item: Item): Promise<boolean> {
  try {
    await addItem(country, cart, item);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}
