import "server-only";
import type { StoreCart } from "@medusajs/types";
import { cookies } from "next/headers";
import { CART_FIELDS, readOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import { readCountry } from "@/lib/cart/reshape";
import { getRegionId } from "@/lib/catalog/regions";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/market";
import { callAs } from "@/lib/medusa/client";

const YEAR_SECONDS = 365 * 86_400;

/**
 * Remembers the country for the next visit to "/" and moves the cart there: its prices, taxes and delivery options.
 * A cart that cannot move now stays whole where it is; the next thing put into it moves it.
 */
export async function chooseCountry(country: Country): Promise<void> {
  (await cookies()).set("country", country, { path: "/", sameSite: "lax", maxAge: YEAR_SECONDS });
  try {
    const cart = await readOpenCart();
    if (cart && !isIn(cart, country)) await moveCart(cart, country);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** Whether a cart's prices and address fit a shop already. For `lib/cart` alone. */
export function isIn(cart: StoreCart, country: Country): boolean {
  return Boolean(cart.shipping_address) && readCountry(cart) === country;
}

/** For `lib/cart` alone. @throws AppError "not-deliverable", "unavailable" */
export async function moveCart(cart: StoreCart, country: Country): Promise<StoreCart> {
  const { identity } = await readHolder();
  const body = { region_id: await getRegionId(country), shipping_address: { country_code: country } };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const moved = await callAs<{ cart: StoreCart }>(identity, `/store/carts/${cart.id}`, call);
  return moved.cart;
}
