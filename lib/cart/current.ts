import "server-only";
import type { StoreCart } from "@medusajs/types";
import { cache } from "react";
import type { Cart } from "@/lib/cart/cart";
import { readCartId } from "@/lib/cart/cookie";
import { reshapeCart } from "@/lib/cart/reshape";
import { getProduct } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";
import { DEFAULT_COUNTRY, findMarket } from "@/lib/market";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";

export const CART_FIELDS = [
  "id,completed_at,email,currency_code,region_id,customer_id,customer.has_account",
  "item_subtotal,original_item_total,discount_total,discount_subtotal",
  "original_shipping_total,shipping_subtotal,tax_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "payment_collection.id,payment_collection.payment_sessions.provider_id",
].join(",");

/**
 * This browser's open cart, or null when it has none.
 * @throws AppError "unavailable": an outage is an error, never "no cart"
 */
export const getCart = cache(async (): Promise<Cart | null> => {
  const cart = await readOpenCart();
  return cart ? presentCart(cart) : null;
});

/** Medusa's own cart, for `lib` alone. A cart that is gone or already an order counts as none. */
export async function readOpenCart(): Promise<StoreCart | null> {
  const cartId = await readCartId();
  if (!cartId) return null;
  try {
    const query = { fields: CART_FIELDS };
    const { cart } = await callAs<{ cart: StoreCart }>(guestHeaders(), `/store/carts/${cartId}`, { query });
    // The SDK's type leaves completed_at out.
    return "completed_at" in cart && cart.completed_at ? null : cart;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

/** @throws AppError "cart-empty" when there is no open cart */
export async function requireOpenCart(): Promise<StoreCart> {
  const cart = await readOpenCart();
  if (!cart) throw new AppError("cart-empty");
  return cart;
}

/** The cart for the browser, each line with the stock that the catalogue knows of. */
export async function presentCart(cart: StoreCart): Promise<Cart> {
  const country = findMarket(cart.shipping_address?.country_code ?? "")?.country ?? DEFAULT_COUNTRY;
  const handles = [...new Set((cart.items ?? []).map((item) => item.product_handle ?? ""))];
  const products = await Promise.all(handles.map((handle) => getProduct(country, handle)));
  const available = new Map(
    products.flatMap((product) => product?.variants.map((variant) => [variant.id, variant.available]) ?? []),
  );
  return reshapeCart(cart, country, ({ variantId }) => available.get(variantId) ?? null);
}
