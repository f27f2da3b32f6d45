import "server-only";
import { type BackendCart, parseCart, CART_FIELDS } from "@/lib/cart/backend-cart";
import { type ActiveCart, findActiveCartFor } from "@/lib/cart/active-cart";
import { postToCart } from "@/lib/cart/post-to-cart";
import { writeCartId } from "@/lib/cart/cookie";
import { type CartContext, replaceCustomerCart } from "@/lib/cart/context";
import { requireRegionId } from "@/lib/catalog/regions";
import { hashIp } from "@/lib/keyed-hash";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { countAgainst, countIfReachable } from "@/lib/rate-limit";
import { readRequestClient } from "@/lib/http/client-ip";

/** A line item to add. */
export type NewItem = { variant_id: string; quantity: number };

/** The cart that an item is added to: `active` is what `moveActiveCartTo` has found. */
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
  const { created, current } = await insertCart(context, country, [item]);
  return created.id === current.cartId ? current : postToCart(current, "/line-items", item);
}

/** Creates an empty cart, for the same request to fill. @throws AppError "too-many-attempts", "unavailable" */
export async function createEmptyCart(context: CartContext, country: Country): Promise<ActiveCart> {
  return (await insertCart(context, country, [])).current;
}

/**
 * Creates a cart and makes it the shopper's.
 * @returns `current`: the shopper's cart, which is not `created` if another device of the customer has been faster
 */
async function insertCart(
  context: CartContext,
  country: Country,
  items: NewItem[],
): Promise<{ created: BackendCart; current: ActiveCart }> {
  const { session, identity, cartId } = context;
  if (!session)
    await countIfReachable(async () => countAgainst("cart-ip", await hashIp((await readRequestClient()).ip)));
  const body = {
    region_id: await requireRegionId(country),
    shipping_address: { country_code: country },
    ...(items.length > 0 ? { items } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const created = parseCart(await callAs(identity, "/store/carts", call));
  const own = { ...context, cartId: created.id, cart: created };
  if (!session) {
    await writeCartId(created.id);
    return { created, current: own };
  }
  const currentId = await replaceCustomerCart(session, { from: cartId, to: created.id });
  const current = currentId === created.id ? own : await findActiveCartFor({ ...context, cartId: currentId });
  return { created, current: current ?? own };
}
