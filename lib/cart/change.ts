import "server-only";
import { parseCart } from "@/lib/cart/backend-cart";
import type { Cart } from "@/lib/cart/cart";
import { CART_FIELDS, presentCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

/**
 * Posts a change to the shopper's cart and gives the cart as it is then.
 * @param path below `/store/carts/{id}`, such as "/line-items"; "" is the cart itself
 * @throws AppError "cart-empty", and as `callAs`
 */
export async function changeCart(path: string, body: object): Promise<Cart> {
  const { cartId, identity } = await readHolder();
  if (!cartId) throw new AppError("cart-empty");
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  return presentCart(parseCart(await callAs(identity, `/store/carts/${cartId}${path}`, call)));
}
