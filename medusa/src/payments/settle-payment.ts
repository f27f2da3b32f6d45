import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { PAYMENT_ATTEMPT } from "../modules/payment-attempt";
import type { PaymentAttempt, PaymentAttemptService } from "../modules/payment-attempt/service";
import { findGateway, type GatewayPayment, isPaid } from "./gateway";
import { makeOrder } from "./make-order";
import { releasePayment } from "./release-payment";

/**
 * What has become of a payment:
 * - `ordered`: it has paid for the order, which is for the cart of this checksum
 * - `open`: the shopper has not paid, and still may
 * - `processing`: the gateway has not decided
 * - `declined`: nothing was paid, for `reason`
 * - `released`: no order could be made for `reason`, and the money was given back
 */
export type Settlement =
  | { status: "ordered"; orderId: string; checksum: string }
  | { status: "open" | "processing" }
  | { status: "declined" | "released"; reason: string };

const LOCK_TIMEOUT_SECONDS = 30;
/** A gateway that has never heard of an attempt was not reached when it was begun. */
const UNKNOWN_AFTER_MS = 60 * 60_000;

/** Runs what concerns the payments of one cart one after another. */
export function withPaymentLock<T>(
  container: MedusaContainer,
  cartId: string,
  work: () => Promise<T>,
): Promise<T> {
  const locking = container.resolve(Modules.LOCKING);
  return locking.execute([`payment:${cartId}`], work, { timeout: LOCK_TIMEOUT_SECONDS });
}

/**
 * Brings a payment to its end: the one place where money and order meet, for returns, notices and the job alike. The
 * gateway is asked; who calls is not believed. May be called at any time, by several at once, and any number of times:
 * the first one does it, and the others get the same result.
 * @returns null if no payment was begun with this session
 * @throws Error when the gateway or the database cannot be reached; nothing is lost, and a later call goes on
 */
export async function settlePayment(
  container: MedusaContainer,
  sessionId: string,
): Promise<Settlement | null> {
  const attempts = container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT);
  const begun = await attempts.find(sessionId);
  if (!begun) return null;
  return withPaymentLock(container, begun.cart_id, async () => {
    const attempt = await attempts.find(sessionId);
    return attempt && settleLocked(container, attempt);
  });
}

/** Settles the newest payment of a cart; null if none was begun. */
export async function settlePaymentOfCart(
  container: MedusaContainer,
  cartId: string,
): Promise<Settlement | null> {
  const attempts = container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT);
  const listed = await attempts.listForCart(cartId);
  const attempt = listed.find(({ status }) => status === "ordered") ?? listed[0];
  return attempt ? settlePayment(container, attempt.session_id) : null;
}

/** As `settlePayment`, for an attempt read under the lock of its cart. */
export async function settleLocked(container: MedusaContainer, attempt: PaymentAttempt): Promise<Settlement> {
  const { status, reason, order_id, checksum } = attempt;
  if (status === "ordered") return { status, orderId: order_id ?? "", checksum };
  if (status === "declined" || status === "released") return { status, reason: reason ?? "" };
  if (status === "releasing") return releasePayment(container, attempt, reason ?? "");
  const gateway = findGateway(attempt.provider_id);
  if (!gateway) throw new Error(`There is no gateway for ${attempt.provider_id}.`);
  return settleAs(container, attempt, await gateway.read(attempt.session_id));
}

async function settleAs(
  container: MedusaContainer,
  attempt: PaymentAttempt,
  payment: GatewayPayment | null,
): Promise<Settlement> {
  if (isPaid(payment)) return settlePaid(container, attempt, payment);
  switch (payment?.status) {
    case "declined":
    case "expired":
      return decline(container, attempt, payment.reason ?? payment.status);
    case "canceled":
      // An order that failed halfway has given the money back itself.
      return releasePayment(container, attempt, "failed");
    case "processing":
      return { status: "processing" };
    default: {
      const age = Date.now() - attempt.created_at.getTime();
      return payment || age < UNKNOWN_AFTER_MS ? { status: "open" } : decline(container, attempt, "unknown");
    }
  }
}

async function settlePaid(
  container: MedusaContainer,
  attempt: PaymentAttempt,
  payment: GatewayPayment,
): Promise<Settlement> {
  if (payment.currency !== attempt.currency || payment.authorized !== attempt.amount)
    return releasePayment(container, attempt, "amount");
  const made = await makeOrder(container, attempt);
  if ("refusal" in made) return releasePayment(container, attempt, made.refusal);
  await container
    .resolve<PaymentAttemptService>(PAYMENT_ATTEMPT)
    .update(attempt.session_id, { status: "ordered", order_id: made.orderId });
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Payment ${attempt.session_id} has paid for ${made.orderId}`);
  return { status: "ordered", orderId: made.orderId, checksum: attempt.checksum };
}

async function decline(
  container: MedusaContainer,
  { session_id }: PaymentAttempt,
  reason: string,
): Promise<Settlement> {
  const status = "declined";
  await container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT).update(session_id, { status, reason });
  return { status, reason };
}
