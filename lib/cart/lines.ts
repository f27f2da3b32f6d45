import "server-only";
import { type Cart, getLineLimit, MAX_LINE_QUANTITY } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
import { presentCart, requireOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import { addItem, findCartIn } from "@/lib/cart/opening";
import { readCountry } from "@/lib/cart/reshape";
import { countInCart, readStockNow } from "@/lib/cart/stock";
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
 * Puts a product's variant into the cart, starting one if needed; a cart of another country moves to this one. Variants
 * that were made anew are found by their options: the kept catalogue names the old ones for some seconds, and a page
 * that stays open for good.
 * @throws AppError "no-longer-sold", "choose-options", "no-such-variant", "out-of-stock" (with what is left),
 *   "not-deliverable", "cannot-move" (something else in the cart), "too-many-attempts", "unavailable"
 */
export async function addLine(line: NewLine): Promise<Cart> {
  const { country, handle, options } = line;
  try {
    return await addVariant(line, chooseVariant(await getProduct(country, handle), options));
  } catch (error) {
    if (!(error instanceof AppError) || !MAY_BE_OUTDATED.has(error.code)) throw error;
    const product = await getProductUncached(country, handle);
    return addVariant(line, chooseVariant(product, options)).catch(toNoLongerSold);
  }
}

/** What the kept catalogue may be the reason of: it knows an older product, or none yet. */
const MAY_BE_OUTDATED: ReadonlySet<ErrorCode> = new Set([
  "not-for-sale",
  "no-longer-sold",
  "no-such-variant",
  "choose-options",
]);

/** What cannot be put into a cart is in none: there is nothing to remove. */
function toNoLongerSold(error: unknown): never {
  const isRefused = error instanceof AppError && error.code === "not-for-sale";
  throw isRefused ? new AppError("no-longer-sold", { cause: error }) : error;
}

async function addVariant({ country, handle, quantity }: NewLine, variant: Variant): Promise<Cart> {
  const cart = await findCartIn(country);
  const inCart = cart ? countInCart(cart, variant.id) : 0;
  requireStock({ available: variant.available, inCart, wanted: inCart + quantity });
  try {
    return await addItem(country, cart, { variant_id: variant.id, quantity });
  } catch (error) {
    throw await explain(error, { country, handle, variantId: variant.id, inCart });
  }
}

/**
 * @param quantity the new quantity of the line; 0 removes it
 * @throws AppError "cart-empty", "not-found" when the cart has no such line, "not-for-sale" when there are to be more of
 *   it, "out-of-stock" (with what is left), "unavailable"
 */
export async function changeLine(lineId: string, quantity: number): Promise<Cart> {
  const cart = await requireOpenCart();
  const shown = await presentCart(cart);
  const line = shown.lines.find(({ id }) => id === lineId);
  if (!line) throw new AppError("not-found");
  if (quantity === 0) return removeLine(lineId);
  if (!line.isForSale && quantity > line.quantity) throw new AppError("not-for-sale");
  requireStock({ available: line.available, inCart: 0, wanted: quantity });
  try {
    return await changeCart(`/line-items/${encodeURIComponent(lineId)}`, { quantity });
  } catch (error) {
    const { handle, variantId } = line;
    throw await explain(error, { country: readCountry(cart), handle, variantId, inCart: 0 });
  }
}

/** Removing a line that is no longer there is no error: the shopper has what was wanted. */
export async function removeLine(lineId: string): Promise<Cart> {
  const cart = await requireOpenCart();
  if (!cart.items.some(({ id }) => id === lineId)) return presentCart(cart);
  const { identity } = await readHolder();
  await callAs(identity, `/store/carts/${cart.id}/line-items/${lineId}`, { method: "DELETE" });
  return presentCart(await requireOpenCart());
}

function chooseVariant(product: Product | null, options: Record<string, string>): Variant {
  if (!product) throw new AppError("no-longer-sold");
  const isChosen = product.options.every(({ title, values }) => values.length === 1 || options[title]);
  if (!isChosen) throw new AppError("choose-options");
  const only = product.options.flatMap(({ title, values }) =>
    values.length === 1 ? [[title, values[0] ?? ""]] : [],
  );
  const variant = findVariant(product.variants, { ...options, ...Object.fromEntries(only) });
  if (!variant) throw new AppError("no-such-variant", { fields: describeGone(product, options) });
  return variant;
}

/** Which choice is gone: an option that an older page still offered. */
function describeGone({ options }: Product, chosen: Record<string, string>): FieldErrors {
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

/** For seconds after a sale the kept catalogue offers what is gone. What is left now is said with the backend's refusal. */
async function explain(refusal: unknown, { country, handle, variantId, inCart }: Refused): Promise<unknown> {
  if (!(refusal instanceof AppError) || refusal.code !== "out-of-stock") return refusal;
  const left = await readStockNow(country, { product_handle: handle, variant_id: variantId }).catch(
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
