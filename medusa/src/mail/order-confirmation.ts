import { formatProvince } from "../addresses/province";
import type { MailContent } from "./content";
import type { MailAddress } from "./order";
import { type LinkedOrder, renderOrderMail } from "./order-mail";
import { toPlainLine } from "./shopper-text";
import { listBillRows } from "./totals";

/** Mail that confirms an order: items, amounts and delivery address. */
export function orderConfirmation(order: LinkedOrder): MailContent {
  const { items, totals } = listBillRows(order);
  const address = order.shipping_address ? addressLines(order.shipping_address) : [];
  return renderOrderMail(order, {
    subject: `Your Cloakroom order ${order.display_id}`,
    blocks: [
      `Thank you. We have your order, and this is your ticket for it: number ${order.display_id}.`,
      { rows: items },
      { rows: totals },
      { lines: ["It goes to:", ...address] },
    ],
  });
}

function addressLines(address: MailAddress): string[] {
  const words = (...parts: (string | null | undefined)[]) => toPlainLine(parts.filter(Boolean).join(" "));
  return [
    words(address.first_name, address.last_name),
    words(address.company),
    words(address.address_1),
    words(address.address_2),
    words(address.city, formatProvince(address.province, address.country_code), address.postal_code),
    words(countryName(address.country_code)),
  ].filter(Boolean);
}

function countryName(code: string | null | undefined): string | null {
  if (!code) return null;
  if (!/^[a-z]{2}$/i.test(code)) return null;
  return new Intl.DisplayNames("en", { type: "region" }).of(code.toUpperCase()) ?? code;
}
