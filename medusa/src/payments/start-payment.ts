import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows";
import {
  findOrderableCart,
  type OrderableCart,
  type PaymentSession,
  requireOrderable,
} from "../carts/orderable";
import { createRefusal } from "../carts/refusals";
import { env } from "../env";
import { toMinorUnits } from "../mail/minor-units";
import { PAYMENT_ATTEMPT } from "../modules/payment-attempt";
import type { PaymentAttemptService } from "../modules/payment-attempt/service";
import { listSessions } from "./authorized-payment";
import { findGateway, type Gateway } from "./gateway";
import { settleLocked, type Settlement, withPaymentLock } from "./settle-payment";

/** `redirect`: the shopper pays at `url`. Otherwise an earlier attempt has been settled, or is being decided. */
export type StartedPayment = Settlement | { status: "redirect"; url: string };

interface Agreement {
  cartId: string;
  /** Of the cart that the shopper was shown. */
  checksum: string;
  country: string;
}

/**
 * Opens the payment of a cart at its gateway, or returns to the one that is open. Earlier attempts are settled first, so
 * that no cart is paid twice: one that was paid ends in its order, one for another state of the cart is closed.
 * @throws MedusaError with a code of refusals.ts when the cart cannot be ordered as it was agreed to
 */
export function startPayment(container: MedusaContainer, agreement: Agreement): Promise<StartedPayment> {
  return withPaymentLock(container, agreement.cartId, async () => {
    const settled = await settleEarlier(container, agreement);
    if (settled) return settled;
    const cart = await findOrderableCart(container, agreement.cartId);
    const [session] = cart ? listSessions(cart) : [];
    const gateway = session && findGateway(session.provider_id);
    if (cart?.completed_at) throw createRefusal("cart_completed");
    if (!cart || !session || !gateway) throw createRefusal("payment_unavailable");
    await requireOrderable(container, cart, agreement.checksum);
    await closeOthers(container, agreement, session);
    const current = await takeSession(container, cart, session);
    const url = await openAtGateway(container, { cart, session: current, gateway, agreement });
    return { status: "redirect", url };
  });
}

/** Settles the attempts of before; returns the one that ends the matter: an order, or a bank that is still deciding. */
async function settleEarlier(container: MedusaContainer, { cartId }: Agreement): Promise<Settlement | null> {
  const attempts = container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT);
  for (const attempt of await attempts.listForCart(cartId)) {
    const settlement = await settleLocked(container, attempt);
    if (settlement.status === "ordered" || settlement.status === "processing") return settlement;
  }
  return null;
}

/** Closes payments that nobody has made, for another session or another state of the cart. */
async function closeOthers(
  container: MedusaContainer,
  { cartId, checksum }: Agreement,
  session: PaymentSession,
): Promise<void> {
  const attempts = container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT);
  for (const attempt of await attempts.listForCart(cartId)) {
    const isCurrent = attempt.session_id === session.id && attempt.checksum === checksum;
    if (attempt.status !== "open" || isCurrent) continue;
    await findGateway(attempt.provider_id)?.cancel(attempt.session_id);
    await attempts.update(attempt.session_id, { status: "declined", reason: "replaced" });
  }
}

/** The cart's payment session, or a new one in its place if it has been used for an attempt that is over. */
async function takeSession(
  container: MedusaContainer,
  cart: OrderableCart,
  session: PaymentSession,
): Promise<PaymentSession> {
  const used = await container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT).find(session.id);
  if (!used || used.status === "open") return session;
  const { result } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: cart.payment_collection?.id ?? "", provider_id: session.provider_id },
  });
  return result as PaymentSession;
}

interface Opening {
  cart: OrderableCart;
  session: PaymentSession;
  gateway: Gateway;
  agreement: Agreement;
}

/** Recorded before the gateway hears of it: what is paid there is known here, whatever is cut off in between. */
async function openAtGateway(
  container: MedusaContainer,
  { cart, session, gateway, agreement }: Opening,
): Promise<string> {
  const currency = cart.currency_code ?? "";
  const amount = toMinorUnits(Number(cart.total), currency);
  if (toMinorUnits(Number(session.amount), currency) !== amount) throw createRefusal("cart_changed");
  const { cartId, checksum, country } = agreement;
  await container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT).begin({
    session_id: session.id,
    cart_id: cartId,
    provider_id: session.provider_id,
    amount,
    currency,
    checksum,
  });
  // Medusa copies it to the order, which can so be found even if nothing else was written (unfinished-order.ts).
  const metadata = { ...cart.metadata, payment_session_id: session.id };
  await container.resolve(Modules.CART).updateCarts(cartId, { metadata });
  const { url } = await gateway.open({
    reference: session.id,
    amount,
    currency,
    description: "Cloakroom",
    return_url: new URL(`/api/payment/return?country=${country}`, env.storefrontUrl).href,
  });
  return url;
}
