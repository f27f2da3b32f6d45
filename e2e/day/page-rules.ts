import type { HTMLElement } from "node-html-parser";
import type { Page, Totals } from "./page";

export type Violation = { rule: string; message: string };

/** In major units; below every currency's minor unit. The backend rounds to more decimals than pages show. */
const TOLERANCE = 0.005;
const CHECKOUT_FORMS = ["address", "delivery", "payment", "order"];
const MENTIONS_MARKED_FIELDS = /fields marked below/iu;

/** Checks the rules that hold for every page. */
export function checkPage(page: Page): Violation[] {
  const { failure, totals } = page;
  if (failure) return [{ rule: "no page fails", message: `${pageLabel(page)} shows ${failure}` }];
  const totalErrors = totals ? listTotalErrors(totals) : [];
  return [
    ...totalErrors.map((error) => ({ rule: "sums add up", message: `${pageLabel(page)}: ${error}` })),
    ...page.alerts.flatMap((alert) => checkRefusal(page, alert)),
  ];
}

/** @returns a sentence for each total that does not add up */
export function listTotalErrors(sums: Totals): string[] {
  const { lines, subtotal, discount, delivery, tax, total, isTaxIncluded, charged } = sums;
  const sumOfLines = lines.reduce((sum, line) => sum + line, 0);
  const due = subtotal - discount + delivery + (isTaxIncluded ? 0 : tax);
  const sum = `${subtotal} − ${discount} + ${delivery}${isTaxIncluded ? "" : ` + ${tax}`}`;
  return [
    ...(isEqual(sumOfLines, subtotal)
      ? []
      : [`the lines come to ${sumOfLines}, the subtotal is ${subtotal}`]),
    ...(isEqual(due, total) ? [] : [`${sum} is ${due}, the total is ${total}`]),
    ...(charged === null || isEqual(charged, total) ? [] : [`${charged} is charged, the total is ${total}`]),
  ];
}

export function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE;
}

/** A refusal must name a way out: its own link or button, the form it belongs to, or the checkout step below it. */
function checkRefusal(page: Page, alert: HTMLElement): Violation[] {
  const text = alert.text.replaceAll(/\s+/gu, " ").trim();
  const form = alert.closest("form");
  const hasMarkedField = (form ?? page.root).querySelector("[aria-invalid=true]") !== null;
  if (MENTIONS_MARKED_FIELDS.test(text) && !hasMarkedField)
    return [
      {
        rule: "a refusal says what to change",
        message: `${pageLabel(page)}: "${text}", and no field is marked`,
      },
    ];
  const hasWayOut =
    alert.querySelector("a[href], button") !== null ||
    form?.querySelector("button:not([disabled])") ||
    page.rows.length > 0 ||
    CHECKOUT_FORMS.some((name) => page.hasForm(name));
  return hasWayOut ? [] : [{ rule: "a refusal names a way out", message: `${pageLabel(page)}: "${text}"` }];
}

/** The path without random parts, so that the same fault on many pages is reported once. */
export function pageLabel({ path }: Page): string {
  return path
    .replace(/^\/[a-z]{2}(?=\/|$)/u, "/…")
    .replace(/(products|categories|collections|details|order)\/[^/?]+/u, "$1/…")
    .replace(/q=.*/u, "q=…");
}
