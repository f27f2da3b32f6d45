import "server-only";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import { type ActiveCart, CART_FIELDS, findActiveCartOf, postToCart } from "@/lib/cart/active-cart";
import { writeCartId } from "@/lib/cart/cookie";
import { isCartIn, moveCart } from "@/lib/cart/move";
import { type CartContext, replaceCustomerCart } from "@/lib/cart/context";
import { requireRegionId } from "@/lib/catalog/regions";
import { hashIp } from "@/lib/keyed-hash";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { countAgainst, countIfReachable } from "@/lib/rate-limit";
import { readClient } from "@/lib/http/client-ip";

/** A line item to add. */
export type NewItem = { variant_id: string; quantity: number };

/**
 * The shopper's active cart, moved to the country if necessary; null when there is none. For `lib/cart` alone.
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function findActiveCartIn(country: Country, context: CartContext): Promise<ActiveCart | null> {
  const active = await findActiveCartOf(context);
  return active && !isCartIn(active.cart, country) ? moveCart(active, country) : active;
}

/** The cart that an item is added to: `active` is what `findActiveCartIn` has found. */
type Destination = { country: Country; context: CartContext; active: ActiveCart | null };

/**
 * Adds an item to the shopper's cart. Without one, creates cart and item in one call, so that a refused item leaves no
 * empty cart behind.
 * @returns the cart with the item
 * @throws AppError "out-of-stock", "not-for-sale", "too-many-attempts", "unavailable"
 */
export async function postLineItem(
  { country, context, active }: Destination,
  item: NewItem,
): Promise<ActiveCart> {
  if (active) return postToCart(active, "/line-items", item);
  const { made, kept } = await insertCart(context, country, [item]);
  return made.id === kept.cartId ? kept : postToCart(kept, "/line-items", item);
}

/** Creates an empty cart, for the same request to fill. @throws AppError "too-many-attempts", "unavailable" */
export async function createEmptyCart(context: CartContext, country: Country): Promise<ActiveCart> {
  return (await insertCart(context, country, [])).kept;
}

/**
 * Creates a cart and makes it the shopper's.
 * @returns `kept`: the shopper's cart, which is not `made` if another device of the customer has been faster
 */
async function insertCart(
  context: CartContext,
  country: Country,
  items: NewItem[],
): Promise<{ made: BackendCart; kept: ActiveCart }> {
  const { session, identity, cartId } = context;
  if (!session)
    await countIfReachable(async () => countAgainst("cart-ip", await hashIp((await readClient()).ip)));
  const body = {
    region_id: await requireRegionId(country),
    shipping_address: { country_code: country },
    ...(items.length > 0 ? { items } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const made = parseCart(await callAs(identity, "/store/carts", call));
  const own = { ...context, cartId: made.id, cart: made };
  if (!session) {
    await writeCartId(made.id);
    return { made, kept: own };
  }
  const keptId = await replaceCustomerCart(session, { from: cartId, to: made.id });
  const kept = keptId === made.id ? own : await findActiveCartOf({ ...context, cartId: keptId });
  return { made, kept: kept ?? own };
}
