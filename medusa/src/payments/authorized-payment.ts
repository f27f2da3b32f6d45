import type { OrderableCart, PaymentSession } from "../carts/orderable";
import { createRefusal } from "../carts/refusals";
import { toMinorUnits } from "../mail/minor-units";
import { findGateway, type Gateway, type GatewayPayment, isPaid } from "./gateway";

type PaidCart = Pick<OrderableCart, "total" | "currency_code" | "payment_collection">;

/**
 * Requires that the gateway itself promises the cart's whole total, where the cart is paid at one. Nothing that a
 * client or a notice says counts.
 * @throws MedusaError "payment_unauthorized"
 */
export async function requireAuthorizedPayment(
  cart: PaidCart,
  find: (providerId: string) => Gateway | null = findGateway,
): Promise<void> {
  for (const { id, provider_id } of listSessions(cart)) {
    const gateway = find(provider_id);
    if (!gateway) continue;
    if (!coversTotal(await gateway.read(id), cart)) throw createRefusal("payment_unauthorized");
  }
}

/** Whether a payment promises exactly the total of a cart. */
function coversTotal(payment: GatewayPayment | null, cart: PaidCart): boolean {
  if (!isPaid(payment)) return false;
  const currency = cart.currency_code ?? "";
  return payment.currency === currency && payment.authorized === toMinorUnits(Number(cart.total), currency);
}

/** The payment sessions of a cart; none if nothing is left to pay. */
export function listSessions({ total, payment_collection }: PaidCart): PaymentSession[] {
  if (Number(total) <= 0) return [];
  return (payment_collection?.payment_sessions ?? []).filter((session) => session !== null);
}
