import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../env";
import { PAYMENT_ATTEMPT } from "../modules/payment-attempt";
import type { PaymentAttemptService } from "../modules/payment-attempt/service";
import { settlePayment } from "../payments/settle-payment";

const INTERVAL_MS = env.paymentCheckSeconds * 1_000;

/** Settles payments whose shopper did not return and whose gateway has sent no notice, or whose settling was cut off. */
export default async function settlePayments(container: MedusaContainer): Promise<void> {
  const attempts = container.resolve<PaymentAttemptService>(PAYMENT_ATTEMPT);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  for (const { session_id } of await attempts.listUnsettled(new Date(Date.now() - INTERVAL_MS))) {
    try {
      await settlePayment(container, session_id);
      await attempts.update(session_id, {});
    } catch (error) {
      logger.error(`Payment ${session_id} is not settled`, error instanceof Error ? error : undefined);
    }
  }
}

export const config = { name: "settle-payments", schedule: { interval: INTERVAL_MS } };
