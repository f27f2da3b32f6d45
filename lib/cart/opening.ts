import "server-only";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import type { Cart } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
import { writeCartId } from "@/lib/cart/cookie";
import { isIn, moveCart } from "@/lib/cart/country";
import { CART_FIELDS, presentCart, readOpenCartOf } from "@/lib/cart/current";
import { replaceCustomerCart } from "@/lib/cart/customer-cart";
import { readHolder, type Holder } from "@/lib/cart/holder";
import { requireRegionId } from "@/lib/catalog/regions";
import { hashIp } from "@/lib/keyed-hash";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { countAgainst, countIfReachable } from "@/lib/rate-limit";
import { readClient } from "@/lib/http/client-ip";

/** What is to be in a cart. */
export type Item = { variant_id: string; quantity: number };

/**
 * The shopper's open cart, moved to the country, or null when there is none yet. For `lib/cart` alone.
 * @throws AppError "cannot-move", "not-deliverable", "unavailable"
 */
export async function findCartIn(country: Country): Promise<BackendCart | null> {
  const cart = await readOpenCartOf(await readHolder());
  return cart && !isIn(cart, country) ? moveCart(cart, country) : cart;
}

/**
 * Puts an item into the cart that `findCartIn` has found. Without one, cart and item are made in one call: an item that
 * the backend refuses then leaves no empty cart behind.
 * @throws AppError "out-of-stock", "not-for-sale", "too-many-attempts", "unavailable"
 */
export async function addItem(country: Country, cart: BackendCart | null, item: Item): Promise<Cart> {
  if (cart) return changeCart("/line-items", item);
  const holder = await readHolder();
  const { made, kept } = await createCart(holder, country, [item]);
  if (made.id === kept.id) return presentCart(made);
  const call = { method: "POST", body: item, query: { fields: CART_FIELDS } } as const;
  const changed = await callAs(holder.identity, `/store/carts/${kept.id}/line-items`, call);
  return presentCart(parseCart(changed));
}

/** An empty cart, to be filled by this very request. @throws AppError "too-many-attempts", "unavailable" */
export async function makeCart(holder: Holder, country: Country): Promise<BackendCart> {
  return (await createCart(holder, country, [])).kept;
}

/**
 * Replaces a cart that is gone. A customer's is made in the customer's name, and is the same on every device.
 * @returns `kept`: another one than was made, when another device was faster
 */
async function createCart(
  holder: Holder,
  country: Country,
  items: Item[],
): Promise<{ made: BackendCart; kept: BackendCart }> {
  const { session, identity, cartId } = holder;
  if (!session)
    await countIfReachable(async () => countAgainst("cart-ip", await hashIp((await readClient()).ip)));
  const body = {
    region_id: await requireRegionId(country),
    shipping_address: { country_code: country },
    ...(items.length > 0 ? { items } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const made = parseCart(await callAs(identity, "/store/carts", call));
  if (!session) {
    await writeCartId(made.id);
    return { made, kept: made };
  }
  const keptId = await replaceCustomerCart(session, { from: cartId, to: made.id });
  const kept = keptId === made.id ? made : await readOpenCartOf({ ...holder, cartId: keptId });
  return { made, kept: kept ?? made };
}
