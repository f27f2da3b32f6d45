import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys, OrderWorkflowEvents } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { orderReturned } from "../mail/order-status";
import { listContents } from "../mail/parcel";
import { sendOrderMail } from "../mail/send-order-mail";

interface ReturnEvent {
  order_id: string;
  return_id: string;
}

const returnSchema = z.object({
  no_notification: z.boolean().nullish(),
  items: z.array(z.object({ item_id: z.string(), received_quantity: z.number().nullish() })),
});
const FIELDS = ["no_notification", "items.item_id", "items.received_quantity"];

/** Mails that a return has arrived; again when more of it arrives. */
export default async function mailReturn({ event, container }: SubscriberArgs<ReturnEvent>) {
  const { order_id, return_id } = event.data;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const filters = { id: return_id };
  const { data } = await query.graph({ entity: "return", fields: FIELDS, filters });
  const found = returnSchema.parse(JSON.parse(JSON.stringify(data[0])));
  const items = found.items
    .map(({ item_id, received_quantity }) => ({ line_item_id: item_id, quantity: received_quantity ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const count = items.reduce((sum, { quantity }) => sum + quantity, 0);
  if (count === 0) return;
  await sendOrderMail(container, {
    orderId: order_id,
    template: "order-returned",
    occasion: `${return_id}:${count}`,
    isQuiet: found.no_notification,
    write: (order) => orderReturned(order, listContents(order, { items })),
  });
}

export const config: SubscriberConfig = { event: OrderWorkflowEvents.RETURN_RECEIVED };
