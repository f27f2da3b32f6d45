import "server-only";
import type { Cart, ReadTime } from "@/lib/cart/cart";
import { readCartId } from "@/lib/cart/cookie";
import { findActiveCartFor } from "@/lib/cart/active-cart";
import { loadCartView } from "@/lib/cart/cart-view";
import { getCartContextFor, getGuestCartContext } from "@/lib/cart/context";
import { mergeGuestCart } from "@/lib/cart/merge";
import { takeShortageNotice } from "@/lib/cart/shortage-notice";
import { toCustomerTag } from "@/lib/customer/customer-tag";
import { isInCustomerGroup } from "@/lib/customer/customer-prices";
import { getCustomerFor } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { customerHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, endSession, getSession, type SessionState } from "@/lib/session/session";
import type { EndReason } from "@/lib/session/rotation";
import { acknowledgeSessionEnd } from "@/lib/session/cookie";

/**
 * The state of the current shopper for static pages. Only in a route handler: acknowledges the end of a session, takes
 * the shortage notice, and merges a guest cart that an outage has left unmerged at sign-in.
 * @throws AppError "unavailable"
 */
export async function takeShopperState(): Promise<ShopperState> {
  const state = await getSession();
  if (state.status !== "signed-in") return getGuestState(state);
  try {
    return await getCustomerState(state.session);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "signed-out") throw error;
    return getRefusedState();
  }
}

async function getGuestState(state: Exclude<SessionState, { status: "signed-in" }>): Promise<ShopperState> {
  if (state.status === "unavailable") throw new AppError("unavailable");
  if (state.status === "ended") return getEndedState(state.reason);
  return { customer: null, cart: await getGuestCart() };
}

/**
 * For a session that has ended during this request, or whose token the backend refuses. The cookie is not deleted: a
 * concurrent password change may be setting a new one.
 */
async function getRefusedState(): Promise<ShopperState> {
  // Reads again: React's `cache` does nothing in a route handler.
  const state = await getSession();
  if (state.status !== "signed-in") return getGuestState(state);
  await endSession("refused");
  return { customer: null, cart: null, ended: "refused" };
}

async function getCustomerState(session: CustomerSession): Promise<ShopperState> {
  if (await readCartId()) await mergeGuestCart(session);
  const identity = customerHeaders(session.backendToken);
  const [{ firstName }, cart, isInGroup] = await Promise.all([
    getCustomerFor(identity),
    getCustomerCart(session),
    isInCustomerGroup(identity),
  ]);
  const notice = await takeShortageNotice();
  const customer = {
    firstName,
    tag: toCustomerTag(session),
    ...(isInGroup ? { hasCustomerPrices: true } : {}),
  };
  return { customer, cart, ...(notice ? { notice } : {}) };
}

/** Uses the given session: reading it again could return a guest's cart beside the customer's name. */
async function getCustomerCart(session: CustomerSession): Promise<Cart | null> {
  const active = await findActiveCartFor(await getCartContextFor(session));
  return active ? loadCartView(active) : null;
}

/** The state after a session has ended: a guest's, with the reason once. */
async function getEndedState(ended: EndReason): Promise<ShopperState> {
  await acknowledgeSessionEnd();
  return { customer: null, cart: await getGuestCart(), ended };
}

async function getGuestCart(): Promise<Cart | null> {
  const active = await findActiveCartFor(await getGuestCartContext());
  return active ? loadCartView(active) : null;
}

/** The response of `GET /api/shopper`: everything personal that a static page shows. */
export type ShopperState = {
  /** `tag` tells two customers of one name apart, and opens nothing. `hasCustomerPrices`: they may differ from the page's. */
  customer: { firstName: string; tag: string; hasCustomerPrices?: boolean } | null;
  cart: Cart | null;
  /** When this was read; undefined if the browser had nothing to fetch. */
  readTime?: ReadTime;
  /** Why this browser's session has ended. Returned once. */
  ended?: EndReason;
  /** What could not be added to the cart when carts were merged or an order was repeated. Returned once. */
  notice?: string;
};
