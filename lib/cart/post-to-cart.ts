import "server-only";
import type { ActiveCart } from "@/lib/cart/active-cart";
import { CART_FIELDS, parseCart } from "@/lib/cart/backend-cart";
import type { KnownCart } from "@/lib/cart/context";
import { callAs } from "@/lib/medusa/client";

/**
 * Posts a change to a cart of the shopper's.
 * @param path below `/store/carts/{id}`, such as "/line-items"; "" is the cart itself
 * @returns the changed cart, which Medusa answers with
 * @throws AppError as `callAs`
 */
export async function postToCart(known: KnownCart, path: string, body: object): Promise<ActiveCart> {
  const { session, identity, cartId } = known;
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const cart = parseCart(await callAs(identity, `/store/carts/${cartId}${path}`, call));
  return { session, identity, cartId, cart };
}
