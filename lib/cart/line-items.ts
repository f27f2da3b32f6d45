import "server-only";
import { type Cart, getLineLimit, MAX_LINE_QUANTITY } from "@/lib/cart/cart";
import { type ActiveCart, requireActiveCart } from "@/lib/cart/active-cart";
import { CART_FIELDS, parseRemainingCart } from "@/lib/cart/backend-cart";
import { loadCartView } from "@/lib/cart/cart-view";
import { postToCart } from "@/lib/cart/post-to-cart";
import { type CartContext, getCartContext } from "@/lib/cart/context";
import { postLineItem } from "@/lib/cart/create";
import { moveActiveCartTo } from "@/lib/cart/move";
import { getCartCountry } from "@/lib/cart/reshape";
import { countInCart, getStockUncached } from "@/lib/cart/stock";
import { findVariant, type Product, type Variant } from "@/lib/catalog/product";
import { getProduct, getProductUncached } from "@/lib/catalog/products";
import { AppError, type ErrorCode, type FieldErrors } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";

export type NewLine = {
  country: Country;
  handle: string;
  options: Record<string, string>;
  quantity: number;
};

/**
 * Adds a variant of a product to the cart; creates a cart if necessary, and moves one from another country. The variant
 * is found by its options, because an open page and, for some seconds, the cached catalogue may name one that has since
 * been recreated.
 * @throws AppError "no-longer-sold", "choose-options", "no-such-variant", "out-of-stock" (with what is left),
 *   "not-deliverable", "cannot-move" (something else in the cart), "too-many-attempts", "unavailable"
 */
export async function addLineItem(line: NewLine): Promise<Cart> {
  const { country, handle, options } = line;
  const context = await getCartContext();
  try {
    return await addVariant(context, line, chooseVariant(await getProduct(country, handle), options));
  } catch (error) {
    if (!(error instanceof AppError) || !MAY_BE_OUTDATED.has(error.code)) throw error;
    const product = await getProductUncached(country, handle);
    return addVariant(context, line, chooseVariant(product, options)).catch(toNoLongerSold);
  }
}

/** Errors that an outdated cached catalogue can cause. */
const MAY_BE_OUTDATED: ReadonlySet<ErrorCode> = new Set([
  "not-for-sale",
  "no-longer-sold",
  "no-such-variant",
  "choose-options",
]);

/** "not-for-sale" would ask the shopper to remove the item, which is in no cart yet. */
function toNoLongerSold(error: unknown): never {
  const isRefused = error instanceof AppError && error.code === "not-for-sale";
  throw isRefused ? new AppError("no-longer-sold", { cause: error }) : error;
}

async function addVariant(
  context: CartContext,
  { country, handle, quantity }: NewLine,
  variant: Variant,
): Promise<Cart> {
  const active = await moveActiveCartTo(country, context);
  const inCart = active ? countInCart(active.cart, variant.id) : 0;
  requireStock({ available: variant.available, inCart, wanted: inCart + quantity });
  try {
    const item = { variant_id: variant.id, quantity };
    return await loadCartView(await postLineItem({ country, context, active }, item));
  } catch (error) {
    throw await addStockMessage(error, { country, handle, variantId: variant.id, inCart });
  }
}

/**
 * Changes the quantity of a line.
 * @param quantity the new quantity; 0 removes the line
 * @throws AppError "cart-empty", "not-found" when the cart has no such line, "not-for-sale" when there are to be more of
 *   it, "out-of-stock" (with what is left), "unavailable"
 */
export async function updateLineItem(lineId: string, quantity: number): Promise<Cart> {
  const active = await requireActiveCart();
  if (quantity === 0 && hasLine(active, lineId)) return removeLine(active, lineId);
  const shown = await loadCartView(active);
  const line = shown.lines.find(({ id }) => id === lineId);
  if (!line) throw new AppError("not-found");
  if (!line.isForSale && quantity > line.quantity) throw new AppError("not-for-sale");
  requireStock({ available: line.available, inCart: 0, wanted: quantity });
  try {
    const path = `/line-items/${encodeURIComponent(lineId)}`;
    return await loadCartView(await postToCart(active, path, { quantity }));
  } catch (error) {
    const { handle, variantId } = line;
    throw await addStockMessage(error, {
      country: getCartCountry(active.cart),
      handle,
      variantId,
      inCart: 0,
    });
  }
}

/** Removes a line; does nothing if it is not there. @throws AppError "cart-empty", "unavailable" */
export async function removeLineItem(lineId: string): Promise<Cart> {
  const active = await requireActiveCart();
  return hasLine(active, lineId) ? removeLine(active, lineId) : loadCartView(active);
}

function hasLine({ cart }: ActiveCart, lineId: string): boolean {
  return cart.items.some(({ id }) => id === lineId);
}

async function removeLine(active: ActiveCart, lineId: string): Promise<Cart> {
  const path = `/store/carts/${active.cartId}/line-items/${encodeURIComponent(lineId)}`;
  const call = { method: "DELETE", query: { fields: CART_FIELDS } } as const;
  return loadCartView({ ...active, cart: parseRemainingCart(await callAs(active.identity, path, call)) });
}

function chooseVariant(product: Product | null, options: Record<string, string>): Variant {
  if (!product) throw new AppError("no-longer-sold");
  const isChosen = product.options.every(({ title, values }) => values.length === 1 || options[title]);
  if (!isChosen) throw new AppError("choose-options");
  const only = product.options.flatMap(({ title, values }) =>
    values.length === 1 ? [[title, values[0] ?? ""]] : [],
  );
  const variant = findVariant(product.variants, { ...options, ...Object.fromEntries(only) });
  if (!variant) throw new AppError("no-such-variant", { fields: toMissingOptionError(product, options) });
  return variant;
}

/** A message that names the chosen values which no longer exist; an outdated page may still offer them. */
function toMissingOptionError({ options }: Product, chosen: Record<string, string>): FieldErrors {
  const gone = options.flatMap(({ title, values }) => {
    const value = chosen[title];
    return value && !values.includes(value) ? [`${title} ${value}`] : [];
  });
  return gone.length > 0
    ? { option: `${gone.join(" and ")} is no longer available. Please choose another.` }
    : {};
}

function requireStock({
  available,
  inCart,
  wanted,
}: {
  available: number | null;
  inCart: number;
  wanted: number;
}) {
  const limit = getLineLimit(available);
  if (wanted <= limit) return;
  throw new AppError("out-of-stock", { fields: { quantity: describeLimit(limit, inCart) } });
}

type Refused = { country: Country; handle: string; variantId: string; inCart: number };

/** Adds the current stock to the backend's "out-of-stock": the cached stock is some seconds behind a sale. */
async function addStockMessage(
  refusal: unknown,
  { country, handle, variantId, inCart }: Refused,
): Promise<unknown> {
  if (!(refusal instanceof AppError) || refusal.code !== "out-of-stock") return refusal;
  const left = await getStockUncached(country, { product_handle: handle, variant_id: variantId }).catch(
    () => null,
  );
  if (left === null || left === undefined) return refusal;
  const quantity = describeLimit(getLineLimit(left), inCart);
  return new AppError("out-of-stock", { fields: { quantity }, cause: refusal });
}

function describeLimit(limit: number, inCart: number): string {
  if (limit === 0) return "This one is sold out.";
  if (limit === MAX_LINE_QUANTITY) return `We sell up to ${limit} of one thing at a time.`;
  return inCart > 0 ? `Only ${limit} left, and you have ${inCart} in your cart.` : `Only ${limit} left.`;
}
