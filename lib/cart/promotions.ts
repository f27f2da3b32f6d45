import "server-only";
import type { Cart } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
import { presentCart, requireOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

/** @throws AppError "promotion-unknown" when the code is not one, has ended or does not fit this cart */
export async function applyPromotion(code: string): Promise<Cart> {
  try {
    const cart = await changeCart("/promotions", { promo_codes: [code] });
    if (hasPromotion(cart, code)) return cart;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
  }
  throw new AppError("promotion-unknown", { fields: { code: "That code is not valid, or no longer is." } });
}

/** Taking off a code that is not on the cart is no error. */
export async function removePromotion(code: string): Promise<Cart> {
  const { id } = await requireOpenCart();
  const call = { method: "DELETE", body: { promo_codes: [code] } } as const;
  const { identity } = await readHolder();
  await callAs(identity, `/store/carts/${id}/promotions`, call);
  return presentCart(await requireOpenCart());
}

function hasPromotion(cart: Cart, code: string): boolean {
  return cart.promotions.some((promotion) => promotion.code.toLowerCase() === code.toLowerCase());
}
