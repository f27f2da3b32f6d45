import "server-only";
import { readCartId } from "@/lib/cart/cookie";
import { findCustomerCart } from "@/lib/cart/customer-cart";
import { AppError } from "@/lib/errors";
import { customerHeaders, guestHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, getSession } from "@/lib/session/session";

/** Whose cart this request is about, which one it is, and in whose name the backend is called. For `lib` alone. */
export type Holder = {
  session: CustomerSession | null;
  cartId: string | undefined;
  identity: IdentityHeaders;
};

/**
 * Signed in, the customer's own cart and never the cookie's; otherwise the cookie's.
 * @throws AppError "unavailable": without the database it is not known whose cart it would be
 */
export async function readHolder(): Promise<Holder> {
  const state = await getSession();
  if (state.status === "unavailable") throw new AppError("unavailable");
  return state.status === "signed-in" ? holdAs(state.session) : holdAsGuest();
}

/** The customer's own cart, for a session that this very request has opened. */
export async function holdAs(session: CustomerSession): Promise<Holder> {
  const cartId = await findCustomerCart(session);
  return { session, cartId, identity: customerHeaders(session.backendToken) };
}

/** This browser's cart from before a sign-in. */
export async function holdAsGuest(): Promise<Holder> {
  return { session: null, identity: guestHeaders(), cartId: await readCartId() };
}
