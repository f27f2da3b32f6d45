import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { lookUpCart, toCartView } from "@/lib/cart/active-cart";
import type { CartContext } from "@/lib/cart/context";
import { formatLineTitle } from "@/lib/cart/reshape";
import { describeShortages } from "@/lib/cart/stock";
import { choosePayment } from "@/lib/checkout/payment";
import { chooseUsual } from "@/lib/checkout/usual";
import { AppError } from "@/lib/errors";
import { findMarket } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { readErrorDetails } from "@/lib/medusa/errors";
import { formatMoney } from "@/lib/money";

/** The cart that was refused, and whose it is. */
type Refused = CartContext & { cartId: string };

/**
 * Says exactly what stands in an order's way, and takes out of the cart what can be taken out without asking: a
 * discount that is no more, a delivery that is offered no more. The refusal stands, whether or not that works.
 * @returns the same refusal, with what to tell the shopper as the field "form"
 */
export async function explainRefusal(refusal: AppError, refused: Refused): Promise<AppError> {
  if (refusal.code === "not-found") return new AppError("cart-empty", { cause: refusal });
  const form = await explain(refusal, refused).catch(() => "");
  return form ? new AppError(refusal.code, { fields: { form }, cause: refusal }) : refusal;
}

async function explain(refusal: AppError, refused: Refused): Promise<string> {
  const found = await lookUpCart(refused);
  if (found.status !== "active") return "";
  switch (refusal.code) {
    case "out-of-stock":
      return describeShortages(found.cart);
    case "not-for-sale":
      return nameGone(found.cart, readErrorDetails(refusal));
    case "discount-ended":
      return takeOff(found.cart, readErrorDetails(refusal), refused);
    case "delivery-unavailable":
      // An empty change makes Medusa look at the cart's shipping methods again.
      await callAs(refused.identity, `/store/carts/${refused.cartId}`, { method: "POST", body: {} });
      return "";
    default:
      return "";
  }
}

/** @param variantIds what the backend names; none where the storefront has refused by itself */
async function nameGone(cart: BackendCart, variantIds: string[]): Promise<string> {
  const { lines } = await toCartView(cart);
  const ids = new Set([...variantIds, ...lines.flatMap((line) => (line.isForSale ? [] : line.variantId))]);
  const gone = cart.items.filter(({ variant_id }) => variant_id && ids.has(variant_id));
  return gone.length > 0 ? `It is ${gone.map(formatLineTitle).join("; ")}.` : "";
}

/**
 * How the order was to be paid is chosen again: Medusa forgets it when the total changes.
 * @param named by the backend; none where the cart has said by itself what has ended
 */
async function takeOff(
  cart: BackendCart,
  named: string[],
  { identity, ...context }: Refused,
): Promise<string> {
  const codes = named.length > 0 ? named : await listEnded(cart);
  if (codes.length === 0) return "";
  const call = { method: "DELETE", body: { promo_codes: codes } } as const;
  await callAs(identity, `/store/carts/${cart.id}/promotions`, call);
  const provider = cart.payment_collection?.payment_sessions[0]?.provider_id;
  await (provider ? choosePayment(provider) : chooseUsual());
  const found = await lookUpCart({ identity, ...context });
  if (found.status !== "active") return "";
  const { totals, country } = await toCartView(found.cart);
  const total = formatMoney(totals.total, findMarket(country)?.locale ?? "en");
  return `We have taken off ${codes.join(" and ")}. The total is now ${total}.`;
}

async function listEnded(cart: BackendCart): Promise<string[]> {
  const { promotions } = await toCartView(cart);
  return promotions.flatMap(({ code, status }) => (status === "ended" ? [code] : []));
}
