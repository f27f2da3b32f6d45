import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { MAIL_ORDER_FIELDS, parseMailOrder } from "../mail/order";
import { orderConfirmation } from "../mail/order-confirmation";

/** Mails a confirmation of a placed order, once per order however often the event is emitted. */
export default async function confirmOrder({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const { id } = event.data;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "order", fields: MAIL_ORDER_FIELDS, filters: { id } });
  if (!data[0]) throw new Error(`The order ${id} was placed but cannot be read.`);
  const order = parseMailOrder(data[0]);
  // Orders created in the admin may have no e-mail address.
  if (!order.email) return;
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: order.email,
    channel: "email",
    template: "order-confirmation",
    content: orderConfirmation(order),
    idempotency_key: `order-confirmation:${id}`,
    resource_id: id,
    resource_type: "order",
  });
}

export const config: SubscriberConfig = { event: "order.placed" };
