import type { MailContent } from "./content";
import { type MailBlock, type MailParts, renderMail } from "./layout";
import type { MailOrder } from "./order";
import type { OrderUrl } from "./order-url";
import { toGreetingName } from "./shopper-text";

/** `link`: null in a backend without a secret to seal it with. */
export type LinkedOrder = MailOrder & { link: OrderUrl | null };

/** Renders a mail about an order: a greeting by name, the link to its page, and what to do if something is wrong. */
export function renderOrderMail(order: LinkedOrder, { subject, blocks }: MailParts): MailContent {
  const name = toGreetingName(order.shipping_address?.first_name);
  return renderMail({
    subject,
    greeting: name ? `Dear ${name},` : "Hello,",
    blocks: [
      ...blocks,
      ...describeLink(order.link),
      "Reply to this message if anything is not as it should be.",
    ],
  });
}

function describeLink(link: OrderUrl | null): MailBlock[] {
  if (!link) return [];
  return [
    { link: { label: "See your order", url: link.url } },
    `The link needs no account and works until ${link.until}. Whoever has it can see this order, so keep it to yourself.`,
  ];
}
