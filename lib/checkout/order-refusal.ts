import "server-only";
import { type ActiveCart, findActiveCartFor } from "@/lib/cart/active-cart";
import { loadCartView } from "@/lib/cart/cart-view";
import { postToCart } from "@/lib/cart/post-to-cart";
import type { KnownCart } from "@/lib/cart/context";
import { deletePromotions } from "@/lib/cart/promotion-codes";
import { formatLineTitle } from "@/lib/cart/reshape";
import { describeShortages } from "@/lib/cart/stock";
import { choosePaymentFor } from "@/lib/checkout/payment";
import { applyDefaults } from "@/lib/checkout/defaults";
import { AppError } from "@/lib/errors";
import { findMarket } from "@/lib/markets";
import { readErrorDetails } from "@/lib/medusa/errors";
import { formatMoney } from "@/lib/money";

/**
 * Repairs a cart whose order was refused, where that needs no consent: removes an ended discount, or a delivery that is
 * not offered any more. Errors on the way are ignored.
 * @returns the refusal, explained: with what was done or is missing as the message of the field "form"
 */
export async function repairCartAfterRefusal(refusal: AppError, refusedCart: KnownCart): Promise<AppError> {
  if (refusal.code === "not-found") return new AppError("cart-empty", { cause: refusal });
  const form = await repairAndExplain(refusal, refusedCart).catch(() => "");
  return form ? new AppError(refusal.code, { fields: { form }, cause: refusal }) : refusal;
}

async function repairAndExplain(refusal: AppError, refusedCart: KnownCart): Promise<string> {
  const active = await findActiveCartFor(refusedCart);
  if (!active) return "";
  switch (refusal.code) {
    case "out-of-stock":
      return describeShortages(active.cart);
    case "not-for-sale":
      return describeGoneItems(active, readErrorDetails(refusal));
    case "discount-ended":
      return removeEndedPromotions(active, readErrorDetails(refusal));
    case "delivery-unavailable":
      // An empty update makes Medusa check the cart's shipping methods.
      await postToCart(active, "", {});
      return "";
    default:
      return "";
  }
}

/** @param variantIds named by the backend; empty if the storefront itself has refused */
async function describeGoneItems(active: ActiveCart, variantIds: string[]): Promise<string> {
  const { lines } = await loadCartView(active);
  const ids = new Set([...variantIds, ...lines.flatMap((line) => (line.isForSale ? [] : line.variantId))]);
  const gone = active.cart.items.filter(({ variant_id }) => variant_id && ids.has(variant_id));
  return gone.length > 0 ? `It is ${gone.map(formatLineTitle).join("; ")}.` : "";
}

/**
 * Removes the ended promotions and chooses the payment again, which Medusa drops when the total changes.
 * @param named by the backend; empty if the storefront itself has refused
 */
async function removeEndedPromotions(active: ActiveCart, named: string[]): Promise<string> {
  const codes = named.length > 0 ? named : await listEndedCodes(active);
  if (codes.length === 0) return "";
  const reduced = await deletePromotions(active, codes);
  const provider = active.cart.payment_collection?.payment_sessions[0]?.provider_id;
  await (provider ? choosePaymentFor(reduced, provider) : applyDefaults(reduced));
  const { totals, country } = await loadCartView(reduced);
  const total = formatMoney(totals.total, findMarket(country)?.locale ?? "en");
  return `We have taken off ${codes.join(" and ")}. The total is now ${total}.`;
}

async function listEndedCodes(active: ActiveCart): Promise<string[]> {
  const { promotions } = await loadCartView(active);
  return promotions.flatMap(({ code, status }) => (status === "ended" ? [code] : []));
}
