import "server-only";
import type { Shopper } from "@/lib/cart/cart";
import { readCartId } from "@/lib/cart/cookie";
import { getCart } from "@/lib/cart/current";
import { mergeGuestCart } from "@/lib/cart/merge";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { getSession } from "@/lib/session";

/**
 * Everything personal that a static page shows. A guest's cart that an outage kept from being merged at sign-in is
 * merged now. Only in a route handler.
 * @throws AppError "unavailable"
 */
export async function getShopper(): Promise<Shopper> {
  const state = await getSession();
  if (state.status === "unavailable") throw new AppError("unavailable");
  if (state.status !== "signed-in") return { customer: null, cart: await getCart() };
  if (await readCartId()) await mergeGuestCart(state.session);
  try {
    const [{ firstName }, cart] = await Promise.all([getCustomer(), getCart()]);
    return { customer: { firstName }, cart };
  } catch (error) {
    // The backend no longer takes this session's token: nobody, as far as a page can tell.
    if (error instanceof AppError && error.code === "signed-out") return { customer: null, cart: null };
    throw error;
  }
}
