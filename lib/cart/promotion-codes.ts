import "server-only";
import { z } from "zod";
import { parseCart, CART_FIELDS } from "@/lib/cart/backend-cart";
import type { Cart } from "@/lib/cart/cart";
import { type ActiveCart, requireActiveCart } from "@/lib/cart/active-cart";
import { loadCartView } from "@/lib/cart/cart-view";
import { type KnownCart, requireCartContext } from "@/lib/cart/context";
import type { PromotionReason } from "@/lib/cart/promotion";
import { promotionsSchema, reshapePromotions } from "@/lib/cart/refresh-promotions";
import { AppError, ERROR_TEXT, type ErrorCode } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { hashIp } from "@/lib/keyed-hash";
import { callAs } from "@/lib/medusa/client";
import { parseResponse } from "@/lib/medusa/parse";
import { countAgainst, countIfReachable, uncount } from "@/lib/rate-limit";
import { readRequestClient } from "@/lib/http/client-ip";

const appliedSchema = z.object({ codes: z.array(z.string()), promotions: promotionsSchema });

/** The error for a code that is known but cannot be used any more, by its reason. */
const REFUSALS: { [kind in PromotionReason["kind"]]?: ErrorCode } = {
  ended: "promotion-ended",
  "used-up": "promotion-used-up",
  "used-by-you": "promotion-used",
};

/**
 * Adds a promotion code to the cart, whatever its case and form. A code without effect so far is kept; the cart says what
 * it waits for. Wrong codes are counted per cart (per customer when signed in) and per IP, against guessing.
 * @throws AppError "promotion-unknown", "promotion-ended", "promotion-used-up", "promotion-used", "cart-empty",
 *   "too-many-attempts", "unavailable"
 */
export async function applyPromotion(code: string): Promise<Cart> {
  const known = await requireCartContext();
  const undoCount = await countCodeAttempt(known);
  try {
    const { cart, promotions, codes } = await addCode(known, code);
    const refused = promotions.find((each) => each.status === "ended" && codes.includes(each.code));
    if (refused) throw toCodeError(REFUSALS[refused.reason?.kind ?? "gone"]);
    const shown = await loadCartView({ ...known, cart }, promotions);
    await undoCount();
    return shown;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "invalid") throw toCodeError("promotion-unknown");
    if (!error.code.startsWith("promotion-")) await undoCount();
    throw error;
  }
}

/** With the message at the field. */
function toCodeError(code: ErrorCode = "promotion-unknown"): AppError {
  return new AppError(code, { fields: { code: ERROR_TEXT[code] } });
}

async function addCode({ cartId, identity }: KnownCart, code: string) {
  const call = { method: "POST", body: { promo_codes: [code] }, query: { fields: CART_FIELDS } } as const;
  const response = await callAs(identity, `/store/carts/${cartId}/promotions`, call);
  const { codes, promotions } = parseResponse(appliedSchema, response);
  const cart = parseCart(response);
  return { cart, codes, promotions: reshapePromotions(promotions, cart.currency_code) };
}

/** Removes a promotion code; does nothing if it is not on the cart. @throws AppError "cart-empty", "unavailable" */
export async function removePromotion(code: string): Promise<Cart> {
  return loadCartView(await deletePromotions(await requireActiveCart(), [code]));
}

/** Removes codes from a cart. For `lib` alone. @returns the cart without them */
export async function deletePromotions(active: ActiveCart, codes: string[]): Promise<ActiveCart> {
  const call = { method: "DELETE", body: { promo_codes: codes }, query: { fields: CART_FIELDS } } as const;
  const response = await callAs(active.identity, `/store/carts/${active.cartId}/promotions`, call);
  return { ...active, cart: parseCart(response) };
}

/**
 * Counts a code before it is tried, so that concurrent attempts are counted too.
 * @returns undoes the count, for a valid code or one that could not be tried
 */
async function countCodeAttempt({ session, cartId }: KnownCart): Promise<() => Promise<void>> {
  const cart = session ? session.customerId : hashId("cart", cartId);
  const { ip } = await readRequestClient();
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
