import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { type BackendCart, CART_FIELDS, parseCart } from "@/lib/cart/backend-cart";
import type { BackendLine } from "@/lib/cart/backend-purchase";
import type { UnavailableLine } from "@/lib/cart/cart";
import {
  type ActiveCart,
  findActiveCart,
  findActiveCartFor,
  requireActiveCart,
} from "@/lib/cart/active-cart";
import type { CartContext } from "@/lib/cart/context";
import { isCountryServed } from "@/lib/cart/for-sale";
import { formatLineTitle, getCartCountry } from "@/lib/cart/reshape";
import { requireRegionId } from "@/lib/catalog/regions";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs, readPublic } from "@/lib/medusa/client";
import { strictList, optionalAmount, parseResponse } from "@/lib/medusa/parse";

const YEAR_SECONDS = 365 * 86_400;

/**
 * Stores the country for the next visit to "/" and moves the cart there, with prices, taxes and delivery options. If that
 * fails the cart stays as it is, and the next added item moves it.
 * @returns "needs-choice" if something in the cart is not sold there: the cart page asks what to do with it
 */
export async function chooseCountry(country: Country): Promise<"done" | "needs-choice"> {
  (await cookies()).set("country", country, { path: "/", sameSite: "lax", maxAge: YEAR_SECONDS });
  try {
    const active = await findActiveCart();
    if (active && !isCartIn(active.cart, country)) await moveCart(active, country);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "cannot-move") return "needs-choice";
  }
  return "done";
}

/**
 * Moves the shopper's cart to a country and removes the lines that are not sold there.
 * @param removedIds the ids of those lines, from `listUnavailableLines`, as confirmed by the shopper
 * @throws AppError "cannot-move" if other lines are not sold there either, "cart-empty", "not-deliverable", "unavailable"
 */
export async function moveCartWithout(country: Country, removedIds: string[]): Promise<void> {
  await moveCart(await requireActiveCart(), country, removedIds);
}

/**
 * Moves the shopper's active cart to a country, if it is in another one. For `lib/cart` alone.
 * @returns the cart, null when there is none
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function moveActiveCartTo(country: Country, context: CartContext): Promise<ActiveCart | null> {
  const active = await findActiveCartFor(context);
  return active && !isCartIn(active.cart, country) ? moveCart(active, country) : active;
}

/** The lines of the shopper's cart that are not sold in a country. @throws AppError "unavailable" */
export async function listUnavailableLines(country: Country): Promise<UnavailableLine[]> {
  const active = await findActiveCart();
  if (!active) return [];
  const { cart } = active;
  const items = await listUnavailableItems(cart, country).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-deliverable") return cart.items;
    throw error;
  });
  return items.map((item) => ({ id: item.id, title: formatLineTitle(item) }));
}

/** As `listUnavailableLines`, for a known cart. For `lib/cart` alone. @throws AppError "not-deliverable", "unavailable" */
export async function listUnavailableItems(cart: BackendCart, country: Country): Promise<BackendLine[]> {
  const items = cart.items;
  const sold = await filterPriced(
    items.flatMap(({ variant_id }) => variant_id ?? []),
    country,
  );
  return items.filter(({ variant_id }) => !variant_id || !sold.has(variant_id));
}

/** Whether a cart is in a country already, with its prices and address. For `lib/cart` alone. */
export function isCartIn(cart: BackendCart, country: Country): boolean {
  return Boolean(cart.shipping_address) && getCartCountry(cart) === country && isCountryServed(cart);
}

/**
 * Moves a cart of the shopper's to a country: region, currency and address together or not at all. For `lib/cart` alone.
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function moveCart(
  active: ActiveCart,
  country: Country,
  removedIds: string[] = [],
): Promise<ActiveCart> {
  const { cartId, identity } = active;
  const path = `/store/carts/${cartId}`;
  try {
    const body = { country_code: country, remove_item_ids: removedIds };
    await callAs(identity, `${path}/move`, { method: "POST", body });
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === "not-for-sale";
    throw isRefused ? new AppError("cannot-move", { cause: error }) : error;
  }
  const cart = parseCart(await callAs(identity, path, { query: { fields: CART_FIELDS } }));
  return { ...active, cart };
}

const variantsResponse = z.object({
  variants: strictList(
    z.object({
      id: z.string(),
      calculated_price: z.object({ calculated_amount: optionalAmount }).nullish(),
    }),
  ),
});

/** The ids of the variants that have a price in a country. */
async function filterPriced(variantIds: string[], country: Country): Promise<Set<string>> {
  if (variantIds.length === 0) return new Set();
  const query = {
    id: variantIds,
    region_id: await requireRegionId(country),
    limit: variantIds.length,
    fields: "id,*calculated_price",
  };
  const { variants } = parseResponse(variantsResponse, await readPublic("/store/product-variants", query));
  const priced = variants.filter(
    ({ calculated_price: price }) => typeof price?.calculated_amount === "number",
  );
  return new Set(priced.map(({ id }) => id));
}
