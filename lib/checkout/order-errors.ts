import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { lookUpCart, toCartView } from "@/lib/cart/active-cart";
import type { CartContext } from "@/lib/cart/context";
import { formatLineTitle } from "@/lib/cart/reshape";
import { describeShortages } from "@/lib/cart/stock";
import { choosePayment } from "@/lib/checkout/payment";
import { applyDefaults } from "@/lib/checkout/defaults";
import { AppError } from "@/lib/errors";
import { findMarket } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { readErrorDetails } from "@/lib/medusa/errors";
import { formatMoney } from "@/lib/money";

/** The cart whose order was refused, with its context. */
type RefusedCart = CartContext & { cartId: string };

/**
 * Explains why an order was refused, and removes from the cart what needs no consent: an ended discount, a delivery that
 * is not offered any more. Errors on the way are ignored.
 * @returns the refusal, with the explanation as the message of the field "form"
 */
export async function explainOrderError(refusal: AppError, refusedCart: RefusedCart): Promise<AppError> {
  if (refusal.code === "not-found") return new AppError("cart-empty", { cause: refusal });
  const form = await resolveError(refusal, refusedCart).catch(() => "");
  return form ? new AppError(refusal.code, { fields: { form }, cause: refusal }) : refusal;
}

async function resolveError(refusal: AppError, refusedCart: RefusedCart): Promise<string> {
  const found = await lookUpCart(refusedCart);
  if (found.status !== "active") return "";
  switch (refusal.code) {
    case "out-of-stock":
      return describeShortages(found.cart);
    case "not-for-sale":
      return describeGoneItems(found.cart, readErrorDetails(refusal));
    case "discount-ended":
      return removeEndedPromotions(found.cart, readErrorDetails(refusal), refusedCart);
    case "delivery-unavailable":
      // An empty update makes Medusa check the cart's shipping methods.
      await callAs(refusedCart.identity, `/store/carts/${refusedCart.cartId}`, { method: "POST", body: {} });
      return "";
    default:
      return "";
  }
}

/** @param variantIds named by the backend; empty if the storefront itself has refused */
async function describeGoneItems(cart: BackendCart, variantIds: string[]): Promise<string> {
  const { lines } = await toCartView(cart);
  const ids = new Set([...variantIds, ...lines.flatMap((line) => (line.isForSale ? [] : line.variantId))]);
  const gone = cart.items.filter(({ variant_id }) => variant_id && ids.has(variant_id));
  return gone.length > 0 ? `It is ${gone.map(formatLineTitle).join("; ")}.` : "";
}

/**
 * Removes the ended promotions and chooses the payment again, which Medusa drops when the total changes.
 * @param named by the backend; empty if the storefront itself has refused
 */
async function removeEndedPromotions(
  cart: BackendCart,
  named: string[],
  { identity, ...context }: RefusedCart,
): Promise<string> {
  const codes = named.length > 0 ? named : await listEndedCodes(cart);
  if (codes.length === 0) return "";
  const call = { method: "DELETE", body: { promo_codes: codes } } as const;
  await callAs(identity, `/store/carts/${cart.id}/promotions`, call);
  const provider = cart.payment_collection?.payment_sessions[0]?.provider_id;
  await (provider ? choosePayment(provider) : applyDefaults());
  const found = await lookUpCart({ identity, ...context });
  if (found.status !== "active") return "";
  const { totals, country } = await toCartView(found.cart);
  const total = formatMoney(totals.total, findMarket(country)?.locale ?? "en");
  return `We have taken off ${codes.join(" and ")}. The total is now ${total}.`;
}

async function listEndedCodes(cart: BackendCart): Promise<string[]> {
  const { promotions } = await toCartView(cart);
  return promotions.flatMap(({ code, status }) => (status === "ended" ? [code] : []));
}
