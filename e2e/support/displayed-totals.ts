import { expect } from "@playwright/test";
import { parse, type HTMLElement } from "node-html-parser";
import type { HttpBrowser } from "./http-browser";

/** Amounts of a cart, order or mail as displayed, in minor units. */
export type DisplayedTotals = {
  lines: number[];
  subtotal: number;
  discount: number;
  delivery: number;
  /** Tax added to the prices; 0 where prices include it. */
  tax: number;
  credit: number;
  total: number;
};

const parseHtml = (html: string): HTMLElement =>
  parse(html, { blockTextElements: { script: true, style: true } });

/** "$1,234.50" is 123450, "Free" is 0. */
function parseUnits(text: string | undefined): number {
  return Number((text ?? "").replace(/\D/g, ""));
}

/** @returns null for a page without totals */
export function readTotals(html: string): DisplayedTotals | null {
  const main = parseHtml(html).querySelector("main");
  const units = (testId: string) => parseUnits(main?.querySelector(`[data-testid="${testId}"]`)?.text);
  if (!main?.querySelector('[data-testid="cart-total"]')) return null;
  const isIncluded = main.textContent.includes("Includes tax of");
  return {
    lines: main.querySelectorAll('[data-testid="product-price"]').map(({ text }) => parseUnits(text)),
    subtotal: units("cart-subtotal"),
    discount: units("cart-discount"),
    delivery: units("cart-shipping"),
    tax: isIncluded ? 0 : units("cart-taxes"),
    credit: units("cart-credit"),
    total: units("cart-total"),
  };
}

/** Expects the displayed lines to add up to the subtotal, and the rows to the total. */
export function expectTotalsToAddUp(sums: DisplayedTotals, where: string): void {
  const { lines, subtotal, discount, delivery, tax, credit, total } = sums;
  expect(
    lines.reduce((sum, line) => sum + line, 0),
    `${where}: lines add up to the subtotal`,
  ).toBe(subtotal);
  expect(subtotal - discount + delivery + tax - credit, `${where}: rows add up to the total`).toBe(total);
}

/** @param mail the text of an order confirmation */
export function readMailTotals(mail: string): DisplayedTotals {
  const rows = [...mail.matchAll(/^([^:\n]+): [^\d\n]*([\d,.]+)\r?$/gmu)].map(
    ([, label = "", amount]) => [label, parseUnits(amount)] as const,
  );
  const units = (start: string) => rows.find(([label]) => label.startsWith(start))?.[1] ?? 0;
  return {
    lines: rows.flatMap(([label, amount]) => (/^\d+ \S+ /u.test(label) ? [amount] : [])),
    subtotal: units("Items"),
    discount: units("Discount"),
    delivery: units("Delivery"),
    tax: units("Tax"),
    credit: units("Credit"),
    total: units("Total"),
  };
}

/** Opens a page, following redirects. Expects status 200, no error message, and totals that add up. */
export async function openPage(
  browser: HttpBrowser,
  path: string,
): Promise<{ html: string; totals: DisplayedTotals | null }> {
  const { status, html, location } = await browser.get(path);
  if (location) return openPage(browser, location);
  expect(status, path).toBe(200);
  expectNoErrorPage(html, path);
  const sums = readTotals(html);
  if (sums) expectTotalsToAddUp(sums, path);
  return { html, totals: sums };
}

export function expectNoErrorPage(html: string, where: string): void {
  expect(html, where).not.toMatch(/data-testid="error-message"|data-dgst|cannot reach the shop/);
}
