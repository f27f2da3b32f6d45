import "server-only";
import { cache } from "react";
import { recordAuditEntry } from "@/lib/audit-log";
import { type BackendCart, CART_FIELDS, parseCart } from "@/lib/cart/backend-cart";
import { type CartContext, getCartContext, type KnownCart } from "@/lib/cart/context";
import { isOwnCart } from "@/lib/cart/ownership";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import type { CustomerSession } from "@/lib/session/session";

/** The result of a look-up. Only an active cart may be shown or changed; "foreign": it belongs to somebody else. */
export type CartLookup =
  { status: "active" | "completed" | "foreign"; cart: BackendCart } | { status: "none" };

/** The shopper's active cart as Medusa has it, with the context that it was read in. For `lib` alone. */
export type ActiveCart = KnownCart & { cart: BackendCart };

/**
 * The shopper's active cart; null for a deleted, completed or foreign one. Pages share one read per request. `cache` does
 * nothing in actions and route handlers, so those read once and hand it on. For `lib` alone.
 */
export const findActiveCart = cache(async (): Promise<ActiveCart | null> =>
  findActiveCartFor(await getCartContext()),
);

/** As `findActiveCart`, for a known context. */
export async function findActiveCartFor(context: CartContext): Promise<ActiveCart | null> {
  const found = await lookUpCart(context);
  return found.status === "active" ? { ...context, cartId: found.cart.id, cart: found.cart } : null;
}

/** As `findActiveCart`. @throws AppError "cart-empty" when there is none, "unavailable" */
export async function requireActiveCart(): Promise<ActiveCart> {
  const active = await findActiveCart();
  if (!active) throw new AppError("cart-empty");
  return active;
}

/** Looks a context's cart up in the backend; a foreign cart is recorded in the audit log. @throws AppError "unavailable" */
export async function lookUpCart(context: CartContext): Promise<CartLookup> {
  const { cartId, identity, session } = context;
  if (!cartId) return { status: "none" };
  try {
    const query = { fields: CART_FIELDS };
    const cart = parseCart(await callAs(identity, `/store/carts/${cartId}`, { query }));
    if (!isOwnCart(cart, session)) return await recordRefusal(cart, session);
    return { status: cart.completed_at ? "completed" : "active", cart };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return { status: "none" };
    throw error;
  }
}

async function recordRefusal(cart: BackendCart, session: CustomerSession | null): Promise<CartLookup> {
  await recordAuditEntry({
    type: "cart.refused",
    customerId: session?.customerId ?? null,
    sessionId: session?.id ?? null,
    cartId: cart.id,
    cartCustomerId: cart.customer?.id ?? null,
  });
  return { status: "foreign", cart };
}
