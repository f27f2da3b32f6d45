import "server-only";
import type { Cart } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
import { presentCart, requireOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { hashMachine } from "@/lib/keyed-hash";
import { callAs } from "@/lib/medusa/client";
import { countAgainst, countIfReachable, uncount } from "@/lib/rate-limit";
import { readDevice } from "@/lib/session/device";

/**
 * Wrong codes are counted by cart (a customer's by customer, whatever the cart) and by machine, so that they cannot be
 * guessed.
 * @throws AppError "promotion-unknown" when the code is not one, has ended or does not fit this cart; "cart-empty",
 *   "too-many-attempts", "unavailable"
 */
export async function applyPromotion(code: string): Promise<Cart> {
  const giveBack = await countGuess();
  try {
    const cart = await changeCart("/promotions", { promo_codes: [code] });
    if (hasPromotion(cart, code)) {
      await giveBack();
      return cart;
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") {
      await giveBack();
      throw error;
    }
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

/**
 * Counts a code before it is tried, so that many at once are counted as well.
 * @returns what takes the count back: the code was right, or could not be tried
 */
async function countGuess(): Promise<() => Promise<void>> {
  const { session, cartId } = await readHolder();
  if (!cartId) throw new AppError("cart-empty");
  const cart = session ? session.customerId : hashId("cart", cartId);
  const { address } = await readDevice();
  await countIfReachable(async () => {
    await countAgainst("promotion-cart", cart);
    await countAgainst("promotion-machine", await hashMachine(address));
  });
  return async () => {
    try {
      await uncount("promotion-cart", cart);
      await uncount("promotion-machine", await hashMachine(address));
    } catch (error) {
      console.error("a promotion code stays counted:", error);
    }
  };
}

function hasPromotion(cart: Cart, code: string): boolean {
  return cart.promotions.some((promotion) => promotion.code.toLowerCase() === code.toLowerCase());
}
