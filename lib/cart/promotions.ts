import "server-only";
import { z } from "zod";
import { parseCart } from "@/lib/cart/backend-cart";
import type { Cart } from "@/lib/cart/cart";
import { CART_FIELDS, presentCart, requireOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import type { PromotionReason } from "@/lib/cart/promotion";
import { promotionsSchema, reshapePromotions } from "@/lib/cart/refresh-promotions";
import { AppError, ERROR_TEXT, type ErrorCode } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { hashIp } from "@/lib/keyed-hash";
import { callAs } from "@/lib/medusa/client";
import { parseResponse } from "@/lib/medusa/parse";
import { countAgainst, countIfReachable, uncount } from "@/lib/rate-limit";
import { readClient } from "@/lib/http/client-ip";

const appliedSchema = z.object({ codes: z.array(z.string()), promotions: promotionsSchema });

/** Why a code that the shop knows can be of no use any more. */
const REFUSALS: { [kind in PromotionReason["kind"]]?: ErrorCode } = {
  ended: "promotion-ended",
  "used-up": "promotion-used-up",
  "used-by-you": "promotion-used",
};

/**
 * Puts a code on the cart, in whatever case and form it was typed. One that has no effect yet is kept: the cart says
 * what it waits for. Wrong codes are counted by cart (a customer's by customer, whatever the cart) and by ip, so
 * that they cannot be guessed.
 * @throws AppError "promotion-unknown", "promotion-ended", "promotion-used-up", "promotion-used", "cart-empty",
 *   "too-many-attempts", "unavailable"
 */
export async function applyPromotion(code: string): Promise<Cart> {
  const giveBack = await countGuess();
  try {
    const { cart, promotions, codes } = await addCode(code);
    const refused = promotions.find((each) => each.status === "ended" && codes.includes(each.code));
    if (refused) throw refuse(REFUSALS[refused.reason?.kind ?? "gone"]);
    const shown = await presentCart(cart, { promotions });
    await giveBack();
    return shown;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "invalid") throw refuse("promotion-unknown");
    if (!error.code.startsWith("promotion-")) await giveBack();
    throw error;
  }
}

/** Said beside the field. */
function refuse(code: ErrorCode = "promotion-unknown"): AppError {
  return new AppError(code, { fields: { code: ERROR_TEXT[code] } });
}

async function addCode(code: string) {
  const { cartId, identity } = await readHolder();
  if (!cartId) throw new AppError("cart-empty");
  const call = { method: "POST", body: { promo_codes: [code] }, query: { fields: CART_FIELDS } } as const;
  const response = await callAs(identity, `/store/carts/${cartId}/promotions`, call);
  const { codes, promotions } = parseResponse(appliedSchema, response);
  const cart = parseCart(response);
  return { cart, codes, promotions: reshapePromotions(promotions, cart.currency_code) };
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
  const { ip } = await readClient();
  await countIfReachable(async () => {
    await countAgainst("promotion-cart", cart);
    await countAgainst("promotion-ip", await hashIp(ip));
  });
  return async () => {
    try {
      await uncount("promotion-cart", cart);
      await uncount("promotion-ip", await hashIp(ip));
    } catch (error) {
      console.error("a promotion code stays counted:", error);
    }
  };
}
