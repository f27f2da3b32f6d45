import "server-only";
import type { StoreCart } from "@medusajs/types";
import { cache } from "react";
import { recordAuditEntry } from "@/lib/audit";
import type { Cart, LineItem } from "@/lib/cart/cart";
import { readHolder, type Holder } from "@/lib/cart/holder";
import { isOwnCart, type MedusaCart } from "@/lib/cart/ownership";
import { readCountry, reshapeCart } from "@/lib/cart/reshape";
import type { Variant } from "@/lib/catalog/product";
import { getProduct } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import type { CustomerSession } from "@/lib/session";

export const CART_FIELDS = [
  "id,completed_at,email,currency_code,region_id,customer.id,customer.has_account",
  "item_subtotal,original_item_total,discount_total,discount_subtotal",
  "original_shipping_total,shipping_subtotal,tax_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "payment_collection.id,payment_collection.payment_sessions.provider_id",
].join(",");

/** What the backend says about the shopper's cart. Only an open one can be shown or changed. */
export type FoundCart = { status: "open" | "closed" | "foreign"; cart: MedusaCart } | { status: "none" };

/**
 * The shopper's open cart, or null when there is none.
 * @throws AppError "unavailable": an outage is an error, never "no cart"
 */
export const getCart = cache(async (): Promise<Cart | null> => {
  const cart = await readOpenCart();
  return cart ? presentCart(cart) : null;
});

/** Medusa's own cart, for `lib` alone. A cart that is gone, an order already or somebody else's counts as none. */
export async function readOpenCart(): Promise<StoreCart | null> {
  return readOpenCartOf(await readHolder());
}

/** As `readOpenCart`, for a holder that is known already. */
export async function readOpenCartOf(holder: Holder): Promise<StoreCart | null> {
  const found = await findCart(holder);
  return found.status === "open" ? found.cart : null;
}

/** @throws AppError "unavailable" */
export async function findCart(holder: Holder): Promise<FoundCart> {
  const { cartId, identity, session } = holder;
  if (!cartId) return { status: "none" };
  try {
    const query = { fields: CART_FIELDS };
    const { cart } = await callAs<{ cart: MedusaCart }>(identity, `/store/carts/${cartId}`, { query });
    if (!isOwnCart(cart, session)) return await refuse(cart, session);
    return { status: "completed_at" in cart && cart.completed_at ? "closed" : "open", cart };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return { status: "none" };
    throw error;
  }
}

async function refuse(cart: MedusaCart, session: CustomerSession | null): Promise<FoundCart> {
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
export async function requireOpenCart(): Promise<StoreCart> {
  const cart = await readOpenCart();
  if (!cart) throw new AppError("cart-empty");
  return cart;
}

/** The cart for the browser, each line with the stock that the catalogue knows of. */
export async function presentCart(cart: StoreCart): Promise<Cart> {
  const country = readCountry(cart);
  const handles = [...new Set((cart.items ?? []).map((item) => item.product_handle ?? ""))];
  const products = await Promise.all(handles.map((handle) => getProduct(country, handle)));
  const variants = new Map(
    products.flatMap((product) => product?.variants.map((variant) => [variant.id, variant]) ?? []),
  );
  const shown = reshapeCart(cart, ({ variantId }) => variants.get(variantId)?.available ?? null);
  return { ...shown, lines: shown.lines.map((line) => withOnHand(line, variants.get(line.variantId))) };
}

function withOnHand(line: LineItem, variant: Variant | undefined): LineItem {
  return variant?.onHand === undefined ? line : { ...line, onHand: variant.onHand };
}
