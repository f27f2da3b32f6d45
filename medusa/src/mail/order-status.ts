import type { MailContent } from "./content";
import type { MailBlock } from "./layout";
import { formatMoney } from "./money";
import type { MailLine } from "./order";
import { type LinkedOrder, renderOrderMail } from "./order-mail";
import { listContents, listTrackings, type MailParcel } from "./parcel";
import { nameLine } from "./totals";

/** Mail that a parcel has left, with its number at the carrier. */
export function orderShipped(order: LinkedOrder, parcel: MailParcel): MailContent {
  const contents = listContents(order, parcel);
  const isWhole = count(contents) >= count(order.items);
  const trackings = listTrackings(parcel).flatMap(({ number, url }): MailBlock[] => [
    `Tracking number: ${number}`,
    ...(url ? [{ link: { label: `Follow the parcel ${number}`, url } }] : []),
  ]);
  return renderOrderMail(order, {
    subject: `Your Cloakroom order ${order.display_id} is on its way`,
    blocks: [
      isWhole
        ? `Your order ${order.display_id} has left.`
        : `A parcel with a part of your order ${order.display_id} has left.`,
      { lines: contents.map(nameLine) },
      ...trackings,
    ],
  });
}

/** Mail that a parcel was delivered. */
export function orderDelivered(order: LinkedOrder, parcel: MailParcel): MailContent {
  const contents = listContents(order, parcel);
  const isWhole = count(contents) >= count(order.items);
  return renderOrderMail(order, {
    subject: `Your Cloakroom order ${order.display_id} was delivered`,
    blocks: [
      isWhole
        ? `Your order ${order.display_id} was delivered.`
        : `A parcel with a part of your order ${order.display_id} was delivered.`,
      { lines: contents.map(nameLine) },
    ],
  });
}

/** Mail that an order was cancelled, with what is paid back. */
export function orderCancelled(order: LinkedOrder): MailContent {
  const refunded = order.payment_collections.reduce((sum, each) => sum + (each.refunded_amount ?? 0), 0);
  return renderOrderMail(order, {
    subject: `Your Cloakroom order ${order.display_id} is cancelled`,
    blocks: [
      `Your order ${order.display_id} is cancelled, and nothing of it will be sent.`,
      { lines: order.items.map(nameLine) },
      refunded > 0
        ? `We have refunded ${formatMoney(refunded, order.currency_code)}.`
        : "You have nothing to pay.",
    ],
  });
}

/** Mail that something was paid back. @param amount of this refund, in the currency's major unit */
export function orderRefunded(order: LinkedOrder, amount: number): MailContent {
  const money = formatMoney(amount, order.currency_code);
  return renderOrderMail(order, {
    subject: `A refund for your Cloakroom order ${order.display_id}`,
    blocks: [`We have refunded ${money} of your order ${order.display_id}.`],
  });
}

/** Mail that a return has arrived. @param received the returned lines with the quantities that arrived */
export function orderReturned(order: LinkedOrder, received: MailLine[]): MailContent {
  return renderOrderMail(order, {
    subject: `Your return for Cloakroom order ${order.display_id} has arrived`,
    blocks: [
      `We have back from your order ${order.display_id}:`,
      { lines: received.map(nameLine) },
      "When we have refunded it, we write again.",
    ],
  });
}

/** Mail with the link to an order that was looked up. */
export function orderLinkMail(order: LinkedOrder): MailContent {
  return renderOrderMail(order, {
    subject: `The link to your Cloakroom order ${order.display_id}`,
    blocks: [
      `Somebody, you we hope, has asked for the link to your order ${order.display_id}.`,
      "If you did not, there is nothing to do.",
    ],
  });
}

function count(lines: MailLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
