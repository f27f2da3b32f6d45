import "server-only";
import type { Cart, ShopperState } from "@/lib/cart/cart";
import { readCartId } from "@/lib/cart/cookie";
import { getCart, toCartView, findActiveCartOf } from "@/lib/cart/active-cart";
import { cartContextFor } from "@/lib/cart/context";
import { mergeGuestCart } from "@/lib/cart/merge";
import { takeShortageNotice } from "@/lib/cart/shortage-notice";
import { toCustomerTag } from "@/lib/customer/customer-tag";
import { isInCustomerGroup } from "@/lib/customer/own-prices";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { type CustomerSession, endSession, getSession, type SessionState } from "@/lib/session/session";
import type { EndReason } from "@/lib/session/rotation";
import { acknowledgeSessionEnd } from "@/lib/session/cookie";

/**
 * Everything personal that a static page shows. Only in a route handler: that a session is over is told once, and a
 * guest's cart that an outage kept from being merged at sign-in is merged now.
 * @throws AppError "unavailable"
 */
export async function getShopperState(): Promise<ShopperState> {
  const state = await getSession();
  if (state.status !== "signed-in") return getNobody(state);
  try {
    return await getCustomerAndCart(state.session);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "signed-out") throw error;
    return getRefused();
  }
}

async function getNobody(state: Exclude<SessionState, { status: "signed-in" }>): Promise<ShopperState> {
  if (state.status === "unavailable") throw new AppError("unavailable");
  if (state.status === "ended") return getFormerCustomer(state.reason);
  return { customer: null, cart: await getCart() };
}

/**
 * The session has ended since this request began, or the backend no longer takes its token. The ticket of the latter
 * stays for now: this very moment a change of the password may be giving this browser a new one.
 */
async function getRefused(): Promise<ShopperState> {
  // Asked anew: React keeps no answers in a route handler.
  const state = await getSession();
  if (state.status !== "signed-in") return getNobody(state);
  await endSession("refused");
  return { customer: null, cart: null, ended: "refused" };
}

async function getCustomerAndCart(session: CustomerSession): Promise<ShopperState> {
  if (await readCartId()) await mergeGuestCart(session);
  const [{ firstName }, cart, isInGroup] = await Promise.all([
    getCustomer(),
    getOwnCart(session),
    isInCustomerGroup(),
  ]);
  const notice = await takeShortageNotice();
  const customer = { firstName, tag: toCustomerTag(session), ...(isInGroup ? { hasOwnPrices: true } : {}) };
  return { customer, cart, ...(notice ? { notice } : {}) };
}

/** By the session in hand: asked anew, one that has just ended would show its owner's name beside a guest's cart. */
async function getOwnCart(session: CustomerSession): Promise<Cart | null> {
  const context = await cartContextFor(session);
  const cart = await findActiveCartOf(context);
  return cart ? toCartView(cart, { context }) : null;
}

/** A guest from now on, perhaps with a cart begun since; told once why. */
async function getFormerCustomer(ended: EndReason): Promise<ShopperState> {
  await acknowledgeSessionEnd();
  return { customer: null, cart: (await readCartId()) ? await getCart() : null, ended };
}
