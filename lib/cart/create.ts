import "server-only";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import type { Cart } from "@/lib/cart/cart";
import { CART_FIELDS, postToCart, toCartView, findActiveCartOf } from "@/lib/cart/active-cart";
import { writeCartId } from "@/lib/cart/cookie";
import { isCartIn, moveCart } from "@/lib/cart/country";
import { type CartContext, getCartContext, replaceCustomerCart } from "@/lib/cart/context";
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
export async function findActiveCartIn(country: Country): Promise<BackendCart | null> {
  const cart = await findActiveCartOf(await getCartContext());
  return cart && !isCartIn(cart, country) ? moveCart(cart, country) : cart;
}

/**
 * Adds an item to the cart that `findActiveCartIn` has found. Without one, creates cart and item in one call, so that a
 * refused item leaves no empty cart behind.
 * @throws AppError "out-of-stock", "not-for-sale", "too-many-attempts", "unavailable"
 */
export async function postLineItem(country: Country, cart: BackendCart | null, item: NewItem): Promise<Cart> {
  if (cart) return postToCart("/line-items", item);
  const context = await getCartContext();
  const { made, kept } = await insertCart(context, country, [item]);
  if (made.id === kept.id) return toCartView(made);
  const call = { method: "POST", body: item, query: { fields: CART_FIELDS } } as const;
  const changed = await callAs(context.identity, `/store/carts/${kept.id}/line-items`, call);
  return toCartView(parseCart(changed));
}

/** Creates an empty cart, for the same request to fill. @throws AppError "too-many-attempts", "unavailable" */
export async function createEmptyCart(context: CartContext, country: Country): Promise<BackendCart> {
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
): Promise<{ made: BackendCart; kept: BackendCart }> {
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
  if (!session) {
    await writeCartId(made.id);
    return { made, kept: made };
  }
  const keptId = await replaceCustomerCart(session, { from: cartId, to: made.id });
  const kept = keptId === made.id ? made : await findActiveCartOf({ ...context, cartId: keptId });
  return { made, kept: kept ?? made };
}
