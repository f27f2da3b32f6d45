import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { orderLinkMail } from "../mail/order-status";
import { sendOrderMail } from "../mail/send-order-mail";
import { ORDER_LINK_REQUESTED, type OrderLinkRequest } from "../order-links/events";

/** Mails a link to an order that was looked up, to the address that it was placed with, and to no other. */
export default async function mailOrderLink({ event, container }: SubscriberArgs<OrderLinkRequest>) {
  const { number, email, request } = event.data;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const filters = { display_id: number, is_draft_order: false };
  const { data } = await query.graph({ entity: "order", fields: ["id", "email"], filters });
  const orders = data as { id: string; email?: string | null }[];
  const order = orders.find((each) => each.email?.toLowerCase() === email.toLowerCase());
  if (!order) return;
  await sendOrderMail(container, {
    orderId: order.id,
    template: "order-link",
    occasion: request,
    isRequested: true,
    write: orderLinkMail,
  });
}

export const config: SubscriberConfig = { event: ORDER_LINK_REQUESTED };
