import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { OrderWorkflowEvents } from "@medusajs/framework/utils";
import { orderConfirmation } from "../mail/order-confirmation";
import { sendOrderMail } from "../mail/send-order-mail";

/** Mails a confirmation of a placed order. */
export default async function confirmOrder({ event, container }: SubscriberArgs<{ id: string }>) {
  const { id } = event.data;
  await sendOrderMail(container, {
    orderId: id,
    template: "order-confirmation",
    occasion: id,
    write: orderConfirmation,
  });
}

export const config: SubscriberConfig = { event: OrderWorkflowEvents.PLACED };
