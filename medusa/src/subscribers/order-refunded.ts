import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { orderRefunded } from "../mail/order-status";
import { sendOrderMail } from "../mail/send-order-mail";

const HOUR_MS = 3_600_000;

const paymentSchema = z.object({
  refunds: z.array(z.object({ id: z.string(), amount: z.number(), created_at: z.coerce.date() })),
  payment_collection: z.object({ order: z.object({ id: z.string() }).nullish() }).nullish(),
});
const FIELDS = ["refunds.id", "refunds.amount", "refunds.created_at", "payment_collection.order.id"];

/**
 * Mails each refund of a payment. The event names the payment only, so all its recent refunds are looked at; older ones
 * are from before this mail existed. A cancellation has a mail of its own, which says what was refunded.
 */
export default async function mailRefunds({ event, container }: SubscriberArgs<{ id: string }>) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const filters = { id: event.data.id };
  const { data } = await query.graph({ entity: "payment", fields: FIELDS, filters });
  const payment = paymentSchema.parse(JSON.parse(JSON.stringify(data[0])));
  const orderId = payment.payment_collection?.order?.id;
  if (!orderId) return;
  for (const { id, amount, created_at } of payment.refunds)
    if (created_at.getTime() > Date.now() - HOUR_MS)
      await sendOrderMail(container, {
        orderId,
        template: "order-refunded",
        occasion: id,
        write: (order) => (order.status === "canceled" ? null : orderRefunded(order, amount)),
      });
}

export const config: SubscriberConfig = { event: PaymentEvents.REFUNDED };
