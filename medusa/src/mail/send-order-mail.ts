import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { env } from "../env";
import type { MailContent } from "./content";
import { MAIL_ORDER_FIELDS, parseMailOrder } from "./order";
import type { LinkedOrder } from "./order-mail";
import { createOrderUrl } from "./order-url";

interface OrderMail {
  orderId: string;
  /** The kind of mail. */
  template: string;
  /** Of what happened: only one mail is sent about it, however often its event is emitted. */
  occasion: string;
  /** Whether "Notify customers" was off. */
  isQuiet?: boolean | null | undefined;
  /** Whether the shopper has asked for the mail, so that nobody else decides. */
  isRequested?: boolean;
  /** Null: there is nothing to write about. */
  write: (order: LinkedOrder) => MailContent | null;
}

/** Mails the owner of an order, at the address that it was ordered with. */
export async function sendOrderMail(container: MedusaContainer, mail: OrderMail): Promise<void> {
  const { orderId, template, occasion, isQuiet, isRequested = false, write } = mail;
  if (isQuiet) return;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const filters = { id: orderId };
  const { data } = await query.graph({ entity: "order", fields: MAIL_ORDER_FIELDS, filters });
  if (!data[0]) throw new Error(`The order ${orderId} cannot be read, so a mail about it was not sent.`);
  const order = parseMailOrder(data[0]);
  // Orders created in the admin may have no e-mail address.
  if (!order.email || (order.no_notification && !isRequested)) return;
  const { storefrontUrl, jwtSecret: secret } = env;
  const link = secret ? createOrderUrl(order, { storefrontUrl, secret }) : null;
  const content = write({ ...order, link });
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
