import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { paymentReleased } from "../mail/payment-released";
import { PAYMENT_ATTEMPT } from "../modules/payment-attempt";
import type { PaymentAttempt, PaymentAttemptService } from "../modules/payment-attempt/service";
import { findGateway } from "./gateway";
import type { Settlement } from "./settle-payment";

/**
 * Gives the money of a payment back for which no order can be made, and tells the shopper by mail, once. Each step may
 * be repeated: one that is cut off goes on with the next call.
 * @param reason a refusal's code, or another word of `payment-released.ts`
 */
export async function releasePayment(
  container: MedusaContainer,
  attempt: PaymentAttempt,
  reason: string,
): Promise<Settlement> {
  const attempts = container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT);
  const { session_id } = attempt;
  await attempts.update(session_id, { status: "releasing", reason });
  const gateway = findGateway(attempt.provider_id);
  if (!gateway) throw new Error(`There is no gateway for ${attempt.provider_id}.`);
  await gateway.cancel(session_id);
  await mailShopper(container, attempt, reason);
  await attempts.update(session_id, { status: "released" });
  return { status: "released", reason };
}

async function mailShopper(
  container: MedusaContainer,
  { session_id, cart_id, amount, currency }: PaymentAttempt,
  reason: string,
): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "email"],
    filters: { id: cart_id },
  });
  const to = data[0]?.email;
  if (!to) return;
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to,
    channel: "email",
    template: "payment-released",
    content: paymentReleased({ amount, currency, reason }),
    idempotency_key: `payment-released:${session_id}`,
    resource_id: session_id,
    resource_type: "payment_session",
  });
}
