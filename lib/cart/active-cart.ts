import "server-only";
import { cache } from "react";
import { recordAuditEntry } from "@/lib/audit-log";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import type { Cart, LineItem, ReadTime } from "@/lib/cart/cart";
import type { Promotion } from "@/lib/cart/promotion";
import { type CartContext, getCartContext } from "@/lib/cart/context";
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

/**
 * The shopper's active cart for a page, or null. One read per request.
 * @throws AppError "unavailable": an outage is never reported as "no cart"
 */
export const getCart = cache(async (): Promise<Cart | null> => {
  const cart = await findActiveCart();
  return cart ? toCartView(cart) : null;
});

/** The shopper's active cart as Medusa has it; null for a deleted, completed or foreign one. For `lib` alone. */
export async function findActiveCart(): Promise<BackendCart | null> {
  return findActiveCartOf(await getCartContext());
}

/** As `findActiveCart`, for a known context. */
export async function findActiveCartOf(context: CartContext): Promise<BackendCart | null> {
  const found = await lookUpCart(context);
  return found.status === "active" ? found.cart : null;
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

/** As `findActiveCart`. @throws AppError "cart-empty" when there is none, "unavailable" */
export async function requireActiveCart(): Promise<BackendCart> {
  const cart = await findActiveCart();
  if (!cart) throw new AppError("cart-empty");
  return cart;
}

/** What the caller knows already: the state of the promotions, and the cart's context. */
type CartViewOptions = { promotions?: Promotion[]; context?: CartContext };

/**
 * Converts a Medusa cart for the browser: refreshes its promotions, and adds to each line its stock in the cached
 * catalogue and whether it is still for sale (unknown in a country that is no longer served).
 * @throws AppError "unavailable"
 */
export async function toCartView(found: BackendCart, known: CartViewOptions = {}): Promise<Cart> {
  const { cart, promotions } = known.promotions
    ? { cart: found, promotions: known.promotions }
    : await withPromotions(found, known.context);
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

async function withPromotions(cart: BackendCart, known: CartContext | undefined) {
  const context = known ?? (await getCartContext());
  const { changed, promotions } = await refreshPromotions(cart, context);
  if (!changed) return { cart, promotions };
  const found = await lookUpCart({ ...context, cartId: cart.id });
  return { cart: found.status === "active" ? found.cart : cart, promotions };
}

/**
 * Posts a change to the shopper's cart.
 * @param path below `/store/carts/{id}`, such as "/line-items"; "" is the cart itself
 * @returns the changed cart
 * @throws AppError "cart-empty", and as `callAs`
 */
export async function postToCart(path: string, body: object): Promise<Cart> {
  const { cartId, identity } = await getCartContext();
  if (!cartId) throw new AppError("cart-empty");
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  return toCartView(parseCart(await callAs(identity, `/store/carts/${cartId}${path}`, call)));
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
