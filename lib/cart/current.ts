import "server-only";
import { cache } from "react";
import { recordAuditEntry } from "@/lib/audit";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import type { Cart, LineItem } from "@/lib/cart/cart";
import type { Promotion } from "@/lib/cart/promotion";
import { readHolder, type Holder } from "@/lib/cart/holder";
import { isOwnCart } from "@/lib/cart/ownership";
import { findSoldVariants, isCountryServed } from "@/lib/cart/for-sale";
import { getReading } from "@/lib/cart/reading";
import { reshapeCart } from "@/lib/cart/reshape";
import { refreshPromotions } from "@/lib/cart/refresh-promotions";
import type { Variant } from "@/lib/catalog/product";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import type { CustomerSession } from "@/lib/session";

export const CART_FIELDS = [
  "id,completed_at,email,currency_code,region_id,metadata,customer.id,customer.has_account",
  "original_shipping_total,shipping_subtotal,tax_total,credit_line_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "payment_collection.id,payment_collection.payment_sessions.provider_id",
  // What the lines are of, the backend adds by itself (medusa/src/api/cart-variants.ts).
  "sales_channel_id,region.id,*region.countries",
].join(",");

/** What the backend says about the shopper's cart. Only an open one can be shown or changed. */
export type FoundCart = { status: "open" | "closed" | "foreign"; cart: BackendCart } | { status: "none" };

/**
 * The shopper's open cart, or null when there is none.
 * @throws AppError "unavailable": an outage is an error, never "no cart"
 */
export const getCart = cache(async (): Promise<Cart | null> => {
  const cart = await readOpenCart();
  return cart ? presentCart(cart) : null;
});

/** Medusa's own cart, for `lib` alone. A cart that is gone, an order already or somebody else's counts as none. */
export async function readOpenCart(): Promise<BackendCart | null> {
  return readOpenCartOf(await readHolder());
}

/** As `readOpenCart`, for a holder that is known already. */
export async function readOpenCartOf(holder: Holder): Promise<BackendCart | null> {
  const found = await findCart(holder);
  return found.status === "open" ? found.cart : null;
}

/** @throws AppError "unavailable" */
export async function findCart(holder: Holder): Promise<FoundCart> {
  const { cartId, identity, session } = holder;
  if (!cartId) return { status: "none" };
  try {
    const query = { fields: CART_FIELDS };
    const cart = parseCart(await callAs(identity, `/store/carts/${cartId}`, { query }));
    if (!isOwnCart(cart, session)) return await refuse(cart, session);
    return { status: cart.completed_at ? "closed" : "open", cart };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return { status: "none" };
    throw error;
  }
}

async function refuse(cart: BackendCart, session: CustomerSession | null): Promise<FoundCart> {
  await recordAuditEntry({
    type: "cart.refused",
    customerId: session?.customerId ?? null,
    sessionId: session?.id ?? null,
    cartId: cart.id,
    cartCustomerId: cart.customer?.id ?? null,
  });
  return { status: "foreign", cart };
}

/** @throws AppError "cart-empty" when there is no open cart */
export async function requireOpenCart(): Promise<BackendCart> {
  const cart = await readOpenCart();
  if (!cart) throw new AppError("cart-empty");
  return cart;
}

/** How a cart's promotions stand, where that has been asked for already, and whose cart it is, where that is known. */
type Known = { promotions?: Promotion[]; holder?: Holder };

/**
 * The cart for the browser: its promotions up to date, each line with the stock that the catalogue knows of, and whether
 * it is still for sale. In a country that the shop has left nobody knows either.
 */
export async function presentCart(found: BackendCart, known: Known = {}): Promise<Cart> {
  const { cart, promotions } = known.promotions
    ? { cart: found, promotions: known.promotions }
    : await withPromotions(found, known.holder);
  const shown = await showLines(cart, promotions);
  return { ...shown, reading: await getReading() };
}

async function showLines(cart: BackendCart, promotions: Promotion[] | null) {
  if (!isCountryServed(cart)) return { ...reshapeCart(cart, () => null, promotions), isCountryServed: false };
  const sold = await findSoldVariants(cart);
  const shown = reshapeCart(cart, ({ variantId }) => sold.get(variantId)?.available ?? null, promotions);
  return { ...shown, lines: shown.lines.map((line) => withStock(line, sold.get(line.variantId))) };
}

/** @param variant undefined when it is not for sale */
function withStock(line: LineItem, variant: Variant | undefined): LineItem {
  const onHand = variant?.onHand;
  return { ...line, isForSale: variant !== undefined, ...(onHand === undefined ? {} : { onHand }) };
}

async function withPromotions(cart: BackendCart, known: Holder | undefined) {
  const holder = known ?? (await readHolder());
  const { changed, promotions } = await refreshPromotions(cart, holder);
  if (!changed) return { cart, promotions };
  const found = await findCart({ ...holder, cartId: cart.id });
  return { cart: found.status === "open" ? found.cart : cart, promotions };
}
