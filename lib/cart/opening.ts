import "server-only";
import type { StoreCart } from "@medusajs/types";
import { writeCartId } from "@/lib/cart/cookie";
import { moveCart } from "@/lib/cart/country";
import { CART_FIELDS, readOpenCartOf } from "@/lib/cart/current";
import { replaceCustomerCart } from "@/lib/cart/customer-cart";
import { readHolder, type Holder } from "@/lib/cart/holder";
import { getRegionId } from "@/lib/catalog/regions";
import type { Country } from "@/lib/market";
import { callAs } from "@/lib/medusa/client";

/** The shopper's open cart, moved to the country or newly made for it. For `lib/cart` alone. */
export async function openCart(country: Country): Promise<StoreCart> {
  const holder = await readHolder();
  const cart = await readOpenCartOf(holder);
  if (cart?.shipping_address?.country_code === country) return cart;
  return cart ? moveCart(cart, country) : makeCart(holder, country);
}

/** Replaces a cart that is gone. A customer's is made in the customer's name, and is the same on every device. */
export async function makeCart(holder: Holder, country: Country): Promise<StoreCart> {
  const { session, identity, cartId } = holder;
  const body = {
    region_id: await getRegionId(country),
    shipping_address: { country_code: country },
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const { cart } = await callAs<{ cart: StoreCart }>(identity, "/store/carts", call);
  if (!session) {
    await writeCartId(cart.id);
    return cart;
  }
  const kept = await replaceCustomerCart(session, { from: cartId, to: cart.id });
  return kept === cart.id ? cart : ((await readOpenCartOf({ ...holder, cartId: kept })) ?? cart);
}
