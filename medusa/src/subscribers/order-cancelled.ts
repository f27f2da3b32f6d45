import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { OrderWorkflowEvents } from "@medusajs/framework/utils";
import { orderCancelled } from "../mail/order-status";
import { sendOrderMail } from "../mail/send-order-mail";

interface CancelEvent {
  id: string;
  no_notification?: boolean;
}

/** Mails that an order was cancelled. */
export default async function mailCancellation({ event, container }: SubscriberArgs<CancelEvent>) {
  const { id, no_notification } = event.data;
  await sendOrderMail(container, {
    orderId: id,
    template: "order-cancelled",
    occasion: id,
    isQuiet: no_notification,
    write: orderCancelled,
  });
}

export const config: SubscriberConfig = { event: OrderWorkflowEvents.CANCELED };
