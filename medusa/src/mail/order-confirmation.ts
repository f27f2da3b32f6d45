import { formatProvince } from "../addresses/province";
import type { MailContent } from "./content";
import { escapeHtml } from "./markup";
import type { MailAddress, MailOrder } from "./order";
import { toGreetingName, toPlainLine } from "./shopper-text";
import { listBillRows, type BillRow } from "./totals";

/** Mail that confirms an order: items, amounts and delivery address. */
export function orderConfirmation(order: MailOrder): MailContent {
  const name = toGreetingName(order.shipping_address?.first_name);
  const greeting = name ? `Dear ${name},` : "Hello,";
  const opening = `Thank you. We have your order, and this is your ticket for it: number ${order.display_id}.`;
  const closing = "Reply to this message if anything is not as it should be.";
  const address = order.shipping_address ? addressLines(order.shipping_address) : [];
  const { items, totals } = listBillRows(order);
  return {
    subject: `Your Cloakroom order ${order.display_id}`,
    text: [
      greeting,
      opening,
      textTable(items),
      textTable(totals),
      ["It goes to:", ...address].join("\n"),
      closing,
      "Cloakroom",
    ].join("\n\n"),
    html: [
      `<p>${escapeHtml(greeting)}</p>`,
      `<p>${escapeHtml(opening)}</p>`,
      htmlTable([...items, ...totals]),
      `<p>It goes to:<br>${address.map(escapeHtml).join("<br>")}</p>`,
      `<p>${closing}</p>`,
      "<p>Cloakroom</p>",
    ].join("\n"),
  };
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

function textTable(rows: BillRow[]): string {
  return rows.map(([label, amount]) => `${label}: ${amount}`).join("\n");
}

function htmlTable(rows: BillRow[]): string {
  const cell = 'style="padding:4px 24px 4px 0"';
  const lines = rows.map(
    ([label, amount, picture]) =>
      `<tr><td ${cell}>${picture ? image(picture) : ""}</td><td ${cell}>${escapeHtml(label)}</td><td align="right">${escapeHtml(amount)}</td></tr>`,
  );
  return `<table role="presentation" cellspacing="0">${lines.join("")}</table>`;
}

/** The name of what it shows stands beside it. */
function image(url: string): string {
  return `<img src="${escapeHtml(url)}" alt="" width="56" height="70" style="border-radius:2px;object-fit:cover">`;
}
