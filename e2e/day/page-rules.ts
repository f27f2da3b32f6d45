import type { HTMLElement } from "node-html-parser";
import type { Page, Totals } from "./page";

export type Violation = { rule: string; message: string };

/** Less than any currency's smallest coin; what is added up is rounded by the backend to more places than are shown. */
const TOLERANCE = 0.005;
const CHECKOUT_FORMS = ["address", "delivery", "payment", "order"];
const MENTIONS_MARKED_FIELDS = /fields marked below/iu;

/** Everything that is wrong with a page, whoever asked for it and whatever for. */
export function checkPage(page: Page): Violation[] {
  const { failure, totals } = page;
  if (failure) return [{ rule: "no page fails", message: `${pageLabel(page)} shows ${failure}` }];
  const totalErrors = totals ? listTotalErrors(totals) : [];
  return [
    ...totalErrors.map((error) => ({ rule: "sums add up", message: `${pageLabel(page)}: ${error}` })),
    ...page.alerts.flatMap((alert) => checkRefusal(page, alert)),
  ];
}

/** @returns what does not add up, in words */
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

/** A refusal names a way out: a link or button of its own, the form it is about, or the step of the checkout below it. */
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
  const hasWay =
    alert.querySelector("a[href], button") !== null ||
    form?.querySelector("button:not([disabled])") ||
    page.rows.length > 0 ||
    CHECKOUT_FORMS.some((name) => page.hasForm(name));
  return hasWay ? [] : [{ rule: "a refusal names a way out", message: `${pageLabel(page)}: "${text}"` }];
}

/** The address without what is drawn by chance, so that one fault is one and not twenty. */
export function pageLabel({ path }: Page): string {
  return path
    .replace(/^\/[a-z]{2}(?=\/|$)/u, "/…")
    .replace(/(products|categories|collections|details|order)\/[^/?]+/u, "$1/…")
    .replace(/q=.*/u, "q=…");
}
