import "server-only";
import { cache } from "react";
import { type ActiveCart, findActiveCart, findActiveCartFor } from "@/lib/cart/active-cart";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Cart, LineItem } from "@/lib/cart/cart";
import { listPurchasableVariants, isCountryServed } from "@/lib/cart/for-sale";
import type { Promotion } from "@/lib/cart/promotion";
import { getReadTime } from "@/lib/cart/read-time";
import { refreshPromotions } from "@/lib/cart/refresh-promotions";
import { reshapeCart } from "@/lib/cart/reshape";
import type { Variant } from "@/lib/catalog/product";

/**
 * Loads the shopper's active cart for a page, or null: see `loadCartView`. Once per request.
 * @throws AppError "unavailable": an outage is never reported as "no cart"
 */
export const loadCart = cache(async (): Promise<Cart | null> => {
  const active = await findActiveCart();
  return active ? loadCartView(active) : null;
});

/**
 * Loads the view of a cart for the browser. Makes the backend refresh the cart's promotions, which may change the cart;
 * adds to each line its stock in the cached catalogue and whether it is still for sale (unknown in a country that is no
 * longer served).
 * @param known the state of the promotions, if the backend has just reported it
 * @throws AppError "unavailable"
 */
export async function loadCartView(active: ActiveCart, known?: Promotion[]): Promise<Cart> {
  const { cart, promotions } = known
    ? { cart: active.cart, promotions: known }
    : await withPromotions(active);
  const view = await withLines(cart, promotions);
  return { ...view, readTime: await getReadTime() };
}

async function withLines(cart: BackendCart, promotions: Promotion[] | null) {
  if (!isCountryServed(cart)) return { ...reshapeCart(cart, () => null, promotions), isCountryServed: false };
  const purchasable = await listPurchasableVariants(cart);
  const view = reshapeCart(
    cart,
    ({ variantId }) => purchasable.get(variantId)?.available ?? null,
    promotions,
  );
  return { ...view, lines: view.lines.map((line) => withStock(line, purchasable.get(line.variantId))) };
}

/** @param variant undefined if it is not for sale */
function withStock(line: LineItem, variant: Variant | undefined): LineItem {
  const onHand = variant?.onHand;
  return { ...line, isForSale: variant !== undefined, ...(onHand === undefined ? {} : { onHand }) };
}

async function withPromotions(active: ActiveCart) {
  const { changed, promotions } = await refreshPromotions(active);
  if (!changed) return { cart: active.cart, promotions };
  return { cart: (await findActiveCartFor(active))?.cart ?? active.cart, promotions };
}
