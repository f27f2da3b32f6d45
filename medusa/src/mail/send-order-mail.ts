import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import type { MailContent } from "./content";
import { MAIL_ORDER_FIELDS, type MailOrder, parseMailOrder } from "./order";

interface OrderMail {
  orderId: string;
  /** The kind of mail. */
  template: string;
  /** Of what happened: only one mail is sent about it, however often its event is emitted. */
  occasion: string;
  /** Whether "Notify customers" was off. */
  isQuiet?: boolean | null | undefined;
  /** Null: there is nothing to write about. */
  write: (order: MailOrder) => MailContent | null;
}

/** Mails the owner of an order, at the address that it was ordered with. */
export async function sendOrderMail(container: MedusaContainer, mail: OrderMail): Promise<void> {
  const { orderId, template, occasion, isQuiet, write } = mail;
  if (isQuiet) return;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const filters = { id: orderId };
  const { data } = await query.graph({ entity: "order", fields: MAIL_ORDER_FIELDS, filters });
  if (!data[0]) throw new Error(`The order ${orderId} cannot be read, so a mail about it was not sent.`);
  const order = parseMailOrder(data[0]);
  // Orders created in the admin may have no e-mail address.
  if (!order.email || order.no_notification) return;
  const content = write(order);
  if (!content) return;
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: order.email,
    channel: "email",
    template,
    content,
    idempotency_key: `${template}:${occasion}`,
    resource_id: orderId,
    resource_type: "order",
  });
}
