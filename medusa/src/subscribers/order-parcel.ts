import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys, FulfillmentWorkflowEvents } from "@medusajs/framework/utils";
import { orderDelivered, orderShipped } from "../mail/order-status";
import { PARCEL_FIELDS, parseParcel } from "../mail/parcel";
import { sendOrderMail } from "../mail/send-order-mail";

const { SHIPMENT_CREATED, DELIVERY_CREATED } = FulfillmentWorkflowEvents;

interface ParcelEvent {
  /** The fulfillment's id. */
  id: string;
  no_notification?: boolean;
}

/** Mails that a parcel has left, or was delivered. */
export default async function mailParcel({ event, container }: SubscriberArgs<ParcelEvent>) {
  const { id, no_notification } = event.data;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "fulfillment", fields: PARCEL_FIELDS, filters: { id } });
  const parcel = parseParcel(data[0]);
  // A parcel that comes back to the shop belongs to a return.
  if (!parcel.order) return;
  const isDelivered = event.name === DELIVERY_CREATED;
  await sendOrderMail(container, {
    orderId: parcel.order.id,
    template: isDelivered ? "order-delivered" : "order-shipped",
    occasion: id,
    isQuiet: no_notification,
    write: (order) => (isDelivered ? orderDelivered : orderShipped)(order, parcel),
  });
}

export const config: SubscriberConfig = { event: [SHIPMENT_CREATED, DELIVERY_CREATED] };
