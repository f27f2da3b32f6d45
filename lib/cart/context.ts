import "server-only";
import { readCartId } from "@/lib/cart/cookie";
import { AppError } from "@/lib/errors";
import { customerHeaders, guestHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, getSession } from "@/lib/session/session";
import { database, orThrowUnavailable } from "@/lib/db";

/** The cart of the current request: the session it belongs to, its id, and the identity for the backend. For `lib` alone. */
export type CartContext = {
  session: CustomerSession | null;
  cartId: string | undefined;
  identity: IdentityHeaders;
};

/** The context of a signed-in customer. */
export type CustomerCartContext = CartContext & { session: CustomerSession };

/** The context of a shopper who has a cart, which may not have been read yet. */
export type KnownCart = CartContext & { cartId: string };

/**
 * The context of the current request: for a customer the customer's cart, never the cookie's; for a guest the cookie's.
 * @throws AppError "unavailable": without the database the owner is not known
 */
export async function getCartContext(): Promise<CartContext> {
  const state = await getSession();
  if (state.status === "unavailable") throw new AppError("unavailable");
  return state.status === "signed-in" ? getCartContextFor(state.session) : getGuestCartContext();
}

/** As `getCartContext`. @throws AppError "cart-empty" without a cart, "unavailable" */
export async function requireCartContext(): Promise<KnownCart> {
  const { cartId, ...context } = await getCartContext();
  if (!cartId) throw new AppError("cart-empty");
  return { ...context, cartId };
}

/** The context of a customer's cart. Also for a session that this request has just created. */
export async function getCartContextFor(session: CustomerSession): Promise<CustomerCartContext> {
  const cartId = await readCustomerCartId(session);
  return { session, cartId, identity: customerHeaders(session.backendToken) };
}

/** The context of this browser's guest cart. */
export async function getGuestCartContext(): Promise<CartContext> {
  return { session: null, identity: guestHeaders(), cartId: await readCartId() };
}

/** The id of the customer's cart, which is the same on every device. */
async function readCustomerCartId(session: CustomerSession): Promise<string | undefined> {
  const { customerId } = session;
  const row = await orThrowUnavailable(database().customerCart.findUnique({ where: { customerId } }));
  return row?.cartId;
}

/**
 * Makes a new cart the customer's cart, unless another device has been faster (compare and set).
 * @param change `from`: the cart that no longer exists, undefined for none
 * @returns the id of the customer's cart, which may be the other device's
 */
export async function replaceCustomerCart(
  session: CustomerSession,
  { from, to }: { from: string | undefined; to: string },
): Promise<string> {
  const { customerId } = session;
  const carts = database().customerCart;
  if (from)
    await orThrowUnavailable(carts.updateMany({ where: { customerId, cartId: from }, data: { cartId: to } }));
  else await orThrowUnavailable(carts.createMany({ data: { customerId, cartId: to }, skipDuplicates: true }));
  return (await readCustomerCartId(session)) ?? to;
}
