import "server-only";
import { createHash } from "node:crypto";
import type { Cart } from "@/lib/cart/cart";

/**
 * A fingerprint of everything a shopper agrees to by pressing "Place order": what, how many, for how much, to whom.
 * The review page carries it and the order is refused when the cart no longer matches, so that a second tab cannot
 * buy what was never shown there. It opens nothing and tells nothing.
 */
export function getAgreement(cart: Cart): string {
  const { lines, totals, email, shippingAddress, billingAddress, delivery, paymentProviderId } = cart;
  const bought = lines.map(({ id, variantId, quantity }) => [id, variantId, quantity]);
  const agreed = [bought, totals.total, email, shippingAddress, billingAddress, delivery, paymentProviderId];
  return createHash("sha256").update(JSON.stringify(agreed)).digest("base64url").slice(0, 22);
}
