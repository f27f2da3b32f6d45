import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { clearCartId } from "@/lib/cart/cookie";
import { type ActiveCart, findActiveCartFor } from "@/lib/cart/active-cart";
import { postToCart } from "@/lib/cart/post-to-cart";
import { getCartContextFor, type CustomerCartContext, getGuestCartContext } from "@/lib/cart/context";
import { withCartLock } from "@/lib/cart/lock";
import { writeShortageNotice } from "@/lib/cart/shortage-notice";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import type { CustomerSession } from "@/lib/session/session";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { openPaymentSession } from "@/lib/cart/payment-session";
import { listUnavailableItems, isCartIn, moveCart } from "@/lib/cart/move";
import { reshapeAddress, toMedusaAddress } from "@/lib/address/medusa-address";
import { createEmptyCart } from "@/lib/cart/create";
import { listPromotionCodes } from "@/lib/cart/refresh-promotions";
import { formatLineTitle, getCartCountry } from "@/lib/cart/reshape";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import type { BackendLine } from "@/lib/cart/backend-purchase";
import { getLineLimit } from "@/lib/cart/cart";
import { countInCart, isLineRefused, getVariantUncached } from "@/lib/cart/stock";

/**
 * Merges this browser's guest cart into the customer's cart. The guest's cart itself is abandoned, as an earlier user of
 * the browser may know its id. Line by line under a lock, so that a form posted twice adds nothing twice, and after an
 * outage the next request continues; only the line at which the outage happened may be added twice. Never throws an
 * AppError. Only in a server action or route handler.
 */
export async function mergeGuestCart(session: CustomerSession): Promise<void> {
  try {
    const guestContext = await getGuestCartContext();
    const { cartId } = guestContext;
    if (!cartId) return;
    await withCartLock(cartId, async () => {
      const guest = await findActiveCartFor(guestContext);
      if (guest?.cart.items.length) await mergeCarts(session, guest);
    });
    await clearCartId();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("merge", console.error, "a guest's cart is not merged yet:", error.code, error.cause);
  }
}

async function mergeCarts(session: CustomerSession, guest: ActiveCart): Promise<void> {
  const { own, removed } = await mergeDetails(await getCartContextFor(session), guest.cart);
  const pair: MergePair = { guest, own };
  const { items } = guest.cart;
  const shortageMessages = [...removed];
  for (const item of items) shortageMessages.push(...(await mergeLine(item, pair)));
  await reapplyShippingAndPayment(pair);
  if (shortageMessages.length > 0) await writeShortageNotice(shortageMessages);
  const { id: sessionId, customerId } = session;
  await recordAuditEntry({
    type: "cart.merged",
    customerId,
    sessionId,
    cartId: own.cartId,
    lines: items.length,
  });
}

/** The guest's cart, and the customer's own. */
type MergePair = { guest: ActiveCart; own: ActiveCart };

/**
 * Merges everything but the lines into the customer's cart, which is created if there is none. The guest's country,
 * addresses, e-mail and codes win over those of an earlier visit; items that are not sold in that country are removed.
 * @returns the customer's cart, and messages about removed items
 */
async function mergeDetails(
  context: CustomerCartContext,
  guest: BackendCart,
): Promise<{ own: ActiveCart; removed: string[] }> {
  const existing = await findActiveCartFor(context);
  const country = getCartCountry(guest);
  const [shipping, billing] = [guest.shipping_address, guest.billing_address].map(reshapeAddress);
  const { own, removed } = existing
    ? await moveToGuestCountry(existing, { country, isReaddressed: Boolean(shipping) })
    : { own: await createEmptyCart(context, country), removed: [] };
  const body = {
    ...(shipping ? { shipping_address: toMedusaAddress(shipping) } : countryUpdate(own.cart, guest)),
    ...(billing ? { billing_address: toMedusaAddress(billing) } : {}),
    ...(guest.email ? { email: guest.email } : {}),
  };
  const readdressed = await postToCart(own, "", body);
  for (const code of listPromotionCodes(guest)) await reapplyCode(code, readdressed);
  return { own: readdressed, removed };
}

/** Ignores a code that is no longer valid; the shopper has been told. */
async function reapplyCode(code: string, { cartId, identity }: ActiveCart): Promise<void> {
  const call = { method: "POST", body: { promo_codes: [code] } } as const;
  await callAs(identity, `/store/carts/${cartId}/promotions`, call).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
  });
}

/** Medusa reprices every line at a new address, which fails for one that is not sold any more; so these are removed. */
async function moveToGuestCountry(
  own: ActiveCart,
  { country, isReaddressed }: { country: Country; isReaddressed: boolean },
) {
  const isHere = isCartIn(own.cart, country);
  if (isHere && !isReaddressed) return { own, removed: [] };
  const items = await listUnavailableItems(own.cart, country);
  if (isHere && items.length === 0) return { own, removed: [] };
  const moved = await moveCart(
    own,
    country,
    items.map(({ id }) => id),
  );
  const removed = items.map(
    (item) => `${formatLineTitle(item)}: no longer sold here, so it is not in your cart.`,
  );
  return { own: moved, removed };
}

/** Without a guest's address the customer's stays, unless it is in another country. */
function countryUpdate(customerCart: BackendCart, guest: BackendCart) {
  const country = getCartCountry(guest);
  return getCartCountry(customerCart) === country ? {} : { shipping_address: { country_code: country } };
}

/**
 * Moves a line to the customer's cart, as far as there is stock. Exported for its test.
 * @returns messages for the shopper about a shortage
 */
export async function mergeLine(item: BackendLine, pair: MergePair): Promise<string[]> {
  // The stock may be sold between reading it and adding; then it is tried once more.
  const first = await addAvailableQuantity(item, pair);
  const { kept, isEnough, isGone } =
    first ?? (await addAvailableQuantity(item, pair)) ?? keepCustomerQuantity(item, pair);
  const { guest } = pair;
  const path = `/store/carts/${guest.cartId}/line-items/${item.id}`;
  await callAs(guest.identity, path, { method: "DELETE" });
  return isEnough ? [] : [describeShortage(item, kept, isGone)];
}

/** `kept`: the quantity in the customer's cart now. `isEnough`: it is the sum of both carts. */
type MergedLine = { kept: number; isEnough: boolean; isGone?: boolean };

function keepCustomerQuantity(item: BackendLine, { own }: MergePair): MergedLine {
  return { kept: countInCart(own.cart, item.variant_id), isEnough: false };
}

function describeShortage(item: BackendLine, kept: number, isGone = false): string {
  const name = formatLineTitle(item);
  if (isGone) return `${name}: no longer sold here, so it is not in your cart.`;
  if (kept === 0) return `${name}: sold out in the meantime, so it is not in your cart.`;
  return `${name}: ${kept} is all there is, so your cart has ${kept} and not ${item.quantity} more.`;
}

/** @returns null if the backend refuses the quantity that it has just reported */
async function addAvailableQuantity(item: BackendLine, { own }: MergePair): Promise<MergedLine | null> {
  const variant = await getVariantUncached(getCartCountry(own.cart), item);
  const variant_id = variant?.id ?? item.variant_id;
  const inCart = countInCart(own.cart, variant_id);
  const quantity = Math.min(item.quantity, getLineLimit(variant?.available) - inCart);
  if (quantity <= 0) return { kept: inCart, isEnough: false };
  const moved = { kept: inCart + quantity, isEnough: quantity === item.quantity };
  try {
    const call = { method: "POST", body: { variant_id, quantity } } as const;
    await callAs(own.identity, `/store/carts/${own.cartId}/line-items`, call);
    return moved;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-for-sale")
      return { kept: inCart, isEnough: false, isGone: true };
    if (isLineRefused(error)) return null;
    // The response may be lost although the line was added.
    const current = (await findActiveCartFor(own))?.cart ?? null;
    if (countInCart(current, variant_id) < moved.kept) throw error;
    return moved;
  }
}

/**
 * Chooses the guest's delivery and payment for the customer's cart again, as Medusa drops both when lines change. If one
 * is not offered any more, the checkout asks for it at its step.
 */
async function reapplyShippingAndPayment(pair: MergePair): Promise<void> {
  try {
    await reapplyShipping(pair);
    await reapplyPayment(pair);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("merge", console.warn, "a guest's delivery or payment was not kept:", error.code);
  }
}

async function reapplyShipping({ guest, own: { cartId, identity } }: MergePair): Promise<void> {
  for (const { shipping_option_id } of guest.cart.shipping_methods) {
    if (!shipping_option_id) continue;
    const call = { method: "POST", body: { option_id: shipping_option_id } } as const;
    await callAs(identity, `/store/carts/${cartId}/shipping-methods`, call);
  }
}

async function reapplyPayment({ guest, own }: MergePair): Promise<void> {
  const providerId = guest.cart.payment_collection?.payment_sessions[0]?.provider_id;
  if (providerId) await openPaymentSession(own, providerId);
}
