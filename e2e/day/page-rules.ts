import type { HTMLElement } from "node-html-parser";
import type { Page, Sums } from "./page";

export type Violation = { rule: string; what: string };

/** Less than any currency's smallest coin; what is added up is rounded by the backend to more places than are shown. */
const EXACT = 0.005;
const CHECKOUT_FORMS = ["address", "delivery", "payment", "order"];
const MARKS_FIELDS = /fields marked below/iu;

/** Everything that is wrong with a page, whoever asked for it and whatever for. */
export function checkPage(page: Page): Violation[] {
  const { failure, sums } = page;
  if (failure) return [{ rule: "no page fails", what: `${nameOf(page)} shows ${failure}` }];
  const wrongSums = sums ? describeSums(sums) : [];
  return [
    ...wrongSums.map((what) => ({ rule: "sums add up", what: `${nameOf(page)}: ${what}` })),
    ...page.alerts.flatMap((alert) => checkRefusal(page, alert)),
  ];
}

/** @returns what does not add up, in words */
export function describeSums(sums: Sums): string[] {
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
  return Math.abs(one - other) < EXACT;
}

/** A refusal names a way out: a link or button of its own, the form it is about, or the step of the checkout below it. */
function checkRefusal(page: Page, alert: HTMLElement): Violation[] {
  const text = alert.text.replaceAll(/\s+/gu, " ").trim();
  const form = alert.closest("form");
  const hasMarkedField = (form ?? page.root).querySelector("[aria-invalid=true]") !== null;
  if (MARKS_FIELDS.test(text) && !hasMarkedField)
    return [
      { rule: "a refusal says what to change", what: `${nameOf(page)}: "${text}", and no field is marked` },
    ];
  const hasWay =
    alert.querySelector("a[href], button") !== null ||
    form?.querySelector("button:not([disabled])") ||
    page.rows.length > 0 ||
    CHECKOUT_FORMS.some((name) => page.hasForm(name));
  return hasWay ? [] : [{ rule: "a refusal names a way out", what: `${nameOf(page)}: "${text}"` }];
}

/** The address without what is drawn by chance, so that one fault is one and not twenty. */
export function nameOf({ path }: Page): string {
  return path
    .replace(/^\/[a-z]{2}(?=\/|$)/u, "/…")
    .replace(/(products|categories|collections|details|order)\/[^/?]+/u, "$1/…")
    .replace(/q=.*/u, "q=…");
}
