import type { MailContent } from "./content";
import { renderMail, type MailParts } from "./layout";
import type { MailOrder } from "./order";
import { toGreetingName } from "./shopper-text";

/** Renders a mail about an order: a greeting by name, and what to do if something is wrong. */
export function renderOrderMail(order: MailOrder, { subject, blocks }: MailParts): MailContent {
  const name = toGreetingName(order.shipping_address?.first_name);
  return renderMail({
    subject,
    greeting: name ? `Dear ${name},` : "Hello,",
    blocks: [...blocks, "Reply to this message if anything is not as it should be."],
  });
}
