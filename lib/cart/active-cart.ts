import "server-only";
import { cache } from "react";
import { recordAuditEntry } from "@/lib/audit-log";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import type { Cart, LineItem, ReadTime } from "@/lib/cart/cart";
import type { Promotion } from "@/lib/cart/promotion";
import { type CartContext, getCartContext, type KnownCart } from "@/lib/cart/context";
import { findPurchasableVariants, isCountryServed } from "@/lib/cart/for-sale";
import { reshapeCart } from "@/lib/cart/reshape";
import { refreshPromotions } from "@/lib/cart/refresh-promotions";
import type { Variant } from "@/lib/catalog/product";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import type { CustomerSession } from "@/lib/session/session";
import { headers } from "next/headers";
import { ARRIVAL_HEADER, readClock } from "@/lib/http/arrival";

export const CART_FIELDS = [
  "id,completed_at,email,currency_code,region_id,metadata,customer.id,customer.has_account",
  "original_shipping_total,shipping_subtotal,tax_total,credit_line_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "payment_collection.id,payment_collection.payment_sessions.provider_id",
  // The backend adds the variants of the lines and the options of the shipping methods (medusa/src/api/cart-variants.ts).
  "sales_channel_id,region.id,*region.countries",
].join(",");

/** The result of a look-up. Only an active cart may be shown or changed; "foreign": it belongs to somebody else. */
export type CartLookup =
  { status: "active" | "completed" | "foreign"; cart: BackendCart } | { status: "none" };

/** The shopper's active cart as Medusa has it, with the context that it was read in. For `lib` alone. */
export type ActiveCart = KnownCart & { cart: BackendCart };

/**
 * The shopper's active cart for a page, or null. One read per request.
 * @throws AppError "unavailable": an outage is never reported as "no cart"
 */
export const getCart = cache(async (): Promise<Cart | null> => {
  const active = await findActiveCart();
  return active ? toCartView(active) : null;
});

/**
 * The shopper's active cart; null for a deleted, completed or foreign one. Pages share one read per request. `cache` does
 * nothing in actions and route handlers, so those read once and hand it on. For `lib` alone.
 */
export const findActiveCart = cache(async (): Promise<ActiveCart | null> =>
  findActiveCartOf(await getCartContext()),
);

/** As `findActiveCart`, for a known context. */
export async function findActiveCartOf(context: CartContext): Promise<ActiveCart | null> {
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

/**
 * Converts a Medusa cart for the browser: refreshes its promotions, and adds to each line its stock in the cached
 * catalogue and whether it is still for sale (unknown in a country that is no longer served).
 * @param known the state of the promotions, if the backend has just reported it
 * @throws AppError "unavailable"
 */
export async function toCartView(active: ActiveCart, known?: Promotion[]): Promise<Cart> {
  const { cart, promotions } = known
    ? { cart: active.cart, promotions: known }
    : await withPromotions(active);
  const shown = await toLineViews(cart, promotions);
  return { ...shown, readTime: await getReadTime() };
}

async function toLineViews(cart: BackendCart, promotions: Promotion[] | null) {
  if (!isCountryServed(cart)) return { ...reshapeCart(cart, () => null, promotions), isCountryServed: false };
  const sold = await findPurchasableVariants(cart);
  const shown = reshapeCart(cart, ({ variantId }) => sold.get(variantId)?.available ?? null, promotions);
  return { ...shown, lines: shown.lines.map((line) => withStock(line, sold.get(line.variantId))) };
}

/** @param variant undefined if it is not for sale */
function withStock(line: LineItem, variant: Variant | undefined): LineItem {
  const onHand = variant?.onHand;
  return { ...line, isForSale: variant !== undefined, ...(onHand === undefined ? {} : { onHand }) };
}

async function withPromotions(active: ActiveCart) {
  const { changed, promotions } = await refreshPromotions(active);
  if (!changed) return { cart: active.cart, promotions };
  return { cart: (await findActiveCartOf(active))?.cart ?? active.cart, promotions };
}

/**
 * Posts a change to a cart of the shopper's.
 * @param path below `/store/carts/{id}`, such as "/line-items"; "" is the cart itself
 * @returns the changed cart, which Medusa answers with
 * @throws AppError as `callAs`
 */
export async function postToCart(known: KnownCart, path: string, body: object): Promise<ActiveCart> {
  const { session, identity, cartId } = known;
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const cart = parseCart(await callAs(identity, `/store/carts/${cartId}${path}`, call));
  return { session, identity, cartId, cart };
}

/**
 * When the current request's cart was read: between the arrival of the request and now. The browser compares these, so
 * that an older cart never replaces a newer one, in whatever order responses arrive (docs/decisions/0025).
 */
export async function getReadTime(): Promise<ReadTime> {
  const { clock, now } = readClock();
  const arrived = Number((await headers()).get(ARRIVAL_HEADER) ?? 0);
  return { clock, from: arrived, to: now };
}

type Owner = Pick<CustomerSession, "customerId">;

/**
 * Whether a cart belongs to the shopper. A customer's cart has that customer's id. A guest's has no customer, or one
 * without an account, which the backend creates from a guest's e-mail address. The backend checks this independently.
 * @param customer null for a guest
 */
export function isOwnCart(
  { customer: owner }: Pick<BackendCart, "customer">,
  customer: Owner | null,
): boolean {
  return customer ? owner?.id === customer.customerId : !owner?.has_account;
}
