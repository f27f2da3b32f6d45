import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { clearCartId } from "@/lib/cart/cookie";
import { CART_FIELDS, findActiveCartOf } from "@/lib/cart/active-cart";
import { cartContextFor, guestCartContext, type CartContext } from "@/lib/cart/context";
import { withCartLock } from "@/lib/cart/lock";
import { writeShortageNotice } from "@/lib/cart/shortage-notice";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import type { CustomerSession } from "@/lib/session/session";
import { type BackendCart, parseCart, parsePaymentCollectionId } from "@/lib/cart/backend-cart";
import { findUnavailableItems, isCartIn, moveCartInContext } from "@/lib/cart/country";
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
    const guestContext = await guestCartContext();
    const { cartId } = guestContext;
    if (!cartId) return;
    await withCartLock(cartId, async () => {
      const guest = await findActiveCartOf(guestContext);
      if (guest?.items.length) await mergeCarts(session, { guest, guestContext });
    });
    await clearCartId();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("merge", console.error, "a guest's cart is not merged yet:", error.code, error.cause);
  }
}

async function mergeCarts(session: CustomerSession, guest: GuestCart): Promise<void> {
  const context = await cartContextFor(session);
  const { customerCart, removed } = await mergeDetails(await findActiveCartOf(context), context, guest);
  const pair: MergePair = {
    ...guest,
    customerCart,
    customerContext: { ...context, cartId: customerCart.id },
  };
  const items = guest.guest.items;
  const shortageMessages = [...removed];
  for (const item of items) shortageMessages.push(...(await mergeLine(item, pair)));
  await reapplyShippingAndPayment(pair);
  if (shortageMessages.length > 0) await writeShortageNotice(shortageMessages);
  const { id: sessionId, customerId } = session;
  await recordAuditEntry({
    type: "cart.merged",
    customerId,
    sessionId,
    cartId: customerCart.id,
    lines: items.length,
  });
}

type GuestCart = { guest: BackendCart; guestContext: CartContext };

/** Both carts with their contexts. */
type MergePair = GuestCart & { customerCart: BackendCart; customerContext: CartContext };

/**
 * Merges everything but the lines into the customer's cart, which is created if there is none. The guest's country,
 * addresses, e-mail and codes win over those of an earlier visit; items that are not sold in that country are removed.
 * @returns the customer's cart, and messages about removed items
 */
async function mergeDetails(
  existing: BackendCart | null,
  context: CartContext,
  { guest }: GuestCart,
): Promise<{ customerCart: BackendCart; removed: string[] }> {
  const country = getCartCountry(guest);
  const [shipping, billing] = [guest.shipping_address, guest.billing_address].map(reshapeAddress);
  const { customerCart, removed } = existing
    ? await moveToGuestCountry(existing, context, { country, isReaddressed: Boolean(shipping) })
    : { customerCart: await createEmptyCart(context, country), removed: [] };
  const body = {
    ...(shipping ? { shipping_address: toMedusaAddress(shipping) } : countryUpdate(customerCart, guest)),
    ...(billing ? { billing_address: toMedusaAddress(billing) } : {}),
    ...(guest.email ? { email: guest.email } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const cart = parseCart(await callAs(context.identity, `/store/carts/${customerCart.id}`, call));
  for (const code of listPromotionCodes(guest)) await reapplyCode(code, customerCart.id, context);
  return { customerCart: cart, removed };
}

/** Ignores a code that is no longer valid; the shopper has been told. */
async function reapplyCode(code: string, cartId: string, { identity }: CartContext): Promise<void> {
  const call = { method: "POST", body: { promo_codes: [code] } } as const;
  await callAs(identity, `/store/carts/${cartId}/promotions`, call).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
  });
}

/** Medusa reprices every line at a new address, which fails for one that is not sold any more; so these are removed. */
async function moveToGuestCountry(
  customerCart: BackendCart,
  context: CartContext,
  { country, isReaddressed }: { country: Country; isReaddressed: boolean },
) {
  const isHere = isCartIn(customerCart, country);
  if (isHere && !isReaddressed) return { customerCart, removed: [] };
  const items = await findUnavailableItems(customerCart, country);
  if (isHere && items.length === 0) return { customerCart, removed: [] };
  const moved = await moveCartInContext(context, {
    cart: customerCart,
    country,
    removedIds: items.map(({ id }) => id),
  });
  const removed = items.map(
    (item) => `${formatLineTitle(item)}: no longer sold here, so it is not in your cart.`,
  );
  return { customerCart: moved, removed };
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
  const { guest, guestContext } = pair;
  // The stock may be sold between reading it and adding; then it is tried once more.
  const first = await addAvailableQuantity(item, pair);
  const { kept, isEnough, isGone } =
    first ?? (await addAvailableQuantity(item, pair)) ?? keepCustomerQuantity(item, pair);
  const path = `/store/carts/${guest.id}/line-items/${item.id}`;
  await callAs(guestContext.identity, path, { method: "DELETE" });
  return isEnough ? [] : [describeShortage(item, kept, isGone)];
}

/** `kept`: the quantity in the customer's cart now. `isEnough`: it is the sum of both carts. */
type MergedLine = { kept: number; isEnough: boolean; isGone?: boolean };

function keepCustomerQuantity(item: BackendLine, { customerCart }: MergePair): MergedLine {
  return { kept: countInCart(customerCart, item.variant_id), isEnough: false };
}

function describeShortage(item: BackendLine, kept: number, isGone = false): string {
  const name = formatLineTitle(item);
  if (isGone) return `${name}: no longer sold here, so it is not in your cart.`;
  if (kept === 0) return `${name}: sold out in the meantime, so it is not in your cart.`;
  return `${name}: ${kept} is all there is, so your cart has ${kept} and not ${item.quantity} more.`;
}

/** @returns null if the backend refuses the quantity that it has just reported */
async function addAvailableQuantity(
  item: BackendLine,
  { customerCart, customerContext }: MergePair,
): Promise<MergedLine | null> {
  const variant = await getVariantUncached(getCartCountry(customerCart), item);
  const variant_id = variant?.id ?? item.variant_id;
  const inCart = countInCart(customerCart, variant_id);
  const quantity = Math.min(item.quantity, getLineLimit(variant?.available) - inCart);
  if (quantity <= 0) return { kept: inCart, isEnough: false };
  const moved = { kept: inCart + quantity, isEnough: quantity === item.quantity };
  try {
    const call = { method: "POST", body: { variant_id, quantity } } as const;
    await callAs(customerContext.identity, `/store/carts/${customerCart.id}/line-items`, call);
    return moved;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-for-sale")
      return { kept: inCart, isEnough: false, isGone: true };
    if (isLineRefused(error)) return null;
    // The response may be lost although the line was added.
    if (countInCart(await findActiveCartOf(customerContext), variant_id) < moved.kept) throw error;
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

async function reapplyShipping({ guest, customerCart, customerContext }: MergePair): Promise<void> {
  for (const { shipping_option_id } of guest.shipping_methods) {
    if (!shipping_option_id) continue;
    const body = { option_id: shipping_option_id };
    await callAs(customerContext.identity, `/store/carts/${customerCart.id}/shipping-methods`, {
      method: "POST",
      body,
    });
  }
}

async function reapplyPayment({
  guest,
  customerCart,
  customerContext: { identity },
}: MergePair): Promise<void> {
  const providerId = guest.payment_collection?.payment_sessions[0]?.provider_id;
  if (!providerId) return;
  const create = { method: "POST", body: { cart_id: customerCart.id } } as const;
  const collectionId = parsePaymentCollectionId(await callAs(identity, "/store/payment-collections", create));
  const path = `/store/payment-collections/${collectionId}/payment-sessions`;
  await callAs(identity, path, { method: "POST", body: { provider_id: providerId } });
}
