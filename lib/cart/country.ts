import "server-only";
import { cookies } from "next/headers";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import { CART_FIELDS, readOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
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
    if (cart && cart.shipping_address?.country_code !== country) await moveCart(cart, country);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** For `lib/cart` alone. @throws AppError "not-deliverable", "unavailable" */
export async function moveCart(cart: BackendCart, country: Country): Promise<BackendCart> {
  const { identity } = await readHolder();
  const body = { region_id: await getRegionId(country), shipping_address: { country_code: country } };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  return parseCart(await callAs(identity, `/store/carts/${cart.id}`, call));
}
