import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import type { BackendLine } from "@/lib/cart/backend-purchase";
import type { LeftLine } from "@/lib/cart/cart";
import { CART_FIELDS, readOpenCart, requireOpenCart } from "@/lib/cart/current";
import { isCountryServed } from "@/lib/cart/for-sale";
import { readHolder, type Holder } from "@/lib/cart/holder";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { requireRegionId } from "@/lib/catalog/regions";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs, readPublic } from "@/lib/medusa/client";
import { strictList, optionalAmount, parseResponse } from "@/lib/medusa/parse";

const YEAR_SECONDS = 365 * 86_400;

/**
 * Remembers the country for the next visit to "/" and moves the cart there: its prices, taxes and delivery options.
 * A cart that cannot move now stays whole where it is; the next thing put into it moves it.
 * @returns "asked" when something in the cart is not sold there: the cart page asks what is to happen to it
 */
export async function chooseCountry(country: Country): Promise<"done" | "asked"> {
  (await cookies()).set("country", country, { path: "/", sameSite: "lax", maxAge: YEAR_SECONDS });
  try {
    const cart = await readOpenCart();
    if (cart && !isIn(cart, country)) await moveCart(cart, country);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "cannot-move") return "asked";
  }
  return "done";
}

/**
 * Moves the shopper's cart to a country, without the lines that the shopper has agreed to leave behind.
 * @param leftIds ids of lines of this cart, as `listLeftBehind` gives them
 * @throws AppError "cannot-move" when others cannot go there either, "cart-empty", "not-deliverable", "unavailable"
 */
export async function bringCart(country: Country, leftIds: string[]): Promise<void> {
  await moveCart(await requireOpenCart(), country, leftIds);
}

/** Which lines of the shopper's cart are not sold in a country: all, where nothing is. @throws AppError "unavailable" */
export async function listLeftBehind(country: Country): Promise<LeftLine[]> {
  const cart = await readOpenCart();
  if (!cart) return [];
  const items = await findLeftBehind(cart, country).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-deliverable") return cart.items;
    throw error;
  });
  return items.map((item) => ({ id: item.id, title: nameLine(item) }));
}

/** As `listLeftBehind`, of a cart that is known already. For `lib/cart` alone. @throws also AppError "not-deliverable" */
export async function findLeftBehind(cart: BackendCart, country: Country): Promise<BackendLine[]> {
  const items = cart.items;
  const sold = await findPriced(
    items.flatMap(({ variant_id }) => variant_id ?? []),
    country,
  );
  return items.filter(({ variant_id }) => !variant_id || !sold.has(variant_id));
}

/** Whether a cart's prices and address fit a country's shop already. For `lib/cart` alone. */
export function isIn(cart: BackendCart, country: Country): boolean {
  return Boolean(cart.shipping_address) && readCountry(cart) === country && isCountryServed(cart);
}

/**
 * Moves a cart of the shopper's; region, currency and country change together or not at all. For `lib/cart` alone.
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function moveCart(
  cart: BackendCart,
  country: Country,
  leftIds: string[] = [],
): Promise<BackendCart> {
  return moveCartOf(await readHolder(), { cart, country, leftIds });
}

/** As `moveCart`, for a holder that is known already. */
export async function moveCartOf(
  { identity }: Holder,
  { cart, country, leftIds }: { cart: BackendCart; country: Country; leftIds: string[] },
): Promise<BackendCart> {
  const path = `/store/carts/${cart.id}`;
  try {
    const body = { country_code: country, left_item_ids: leftIds };
    await callAs(identity, `${path}/move`, { method: "POST", body });
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === "not-for-sale";
    throw isRefused ? new AppError("cannot-move", { cause: error }) : error;
  }
  return parseCart(await callAs(identity, path, { query: { fields: CART_FIELDS } }));
}

const variantsResponse = z.object({
  variants: strictList(
    z.object({
      id: z.string(),
      calculated_price: z.object({ calculated_amount: optionalAmount }).nullish(),
    }),
  ),
});

/** Those of the variants that are for sale in a country, with a price there. */
async function findPriced(variantIds: string[], country: Country): Promise<Set<string>> {
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
