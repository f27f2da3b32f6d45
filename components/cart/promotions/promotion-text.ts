import type { Offer, OfferTarget, Promotion } from "@/lib/cart/promotion";
import { formatDay } from "@/lib/dates";
import type { Market } from "@/lib/markets";
import { formatMoney, type Money } from "@/lib/money";

const TARGETS: Record<OfferTarget, string> = {
  cart: "off",
  each: "off each item",
  selected: "off selected items",
  "each-selected": "off each of selected items",
  delivery: "off delivery",
};

/** The text of an offer: "10% off", "Free delivery", "Buy one, get one free"; empty if it is unknown. */
export function describeOffer(offer: Offer, locale: string): string {
  switch (offer.kind) {
    case "percentage":
      if (offer.target === "delivery" && offer.percent >= 100) return "Free delivery";
      return `${formatPercent(offer.percent, locale)} ${TARGETS[offer.target]}`;
    case "amount":
      return `${formatMoney(offer.amount, locale)} ${TARGETS[offer.target]}`;
    case "buy-get":
      return describeBuyGet(offer, locale);
    case "unknown":
      return "";
  }
}

function describeBuyGet({ buy, get, off }: Extract<Offer, { kind: "buy-get" }>, locale: string): string {
  const start = buy === 1 && get === 1 ? "Buy one, get one" : `Buy ${buy}, get ${get}`;
  if ("amount" in off) return `${start} for ${formatMoney(off.amount, locale)} less`;
  return off.percent >= 100 ? `${start} free` : `${start} at ${formatPercent(off.percent, locale)} off`;
}

function formatPercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(percent / 100);
}

/** The value of an offer, for a data attribute. */
export function getOfferValue(offer: Offer): number | undefined {
  if (offer.kind === "percentage") return offer.percent;
  if (offer.kind === "amount") return offer.amount.amount;
  return undefined;
}

/** Why a code has no effect or was removed, in one sentence; empty for one with an effect. */
export function describeStanding({ code, status, reason }: Promotion, market: Market): string {
  if (status === "applied" || !reason) return "";
  switch (reason.kind) {
    case "delivery":
      return `${code} takes effect when you choose a delivery.`;
    case "other-delivery":
      return `${code} is not for the delivery that you chose.`;
    case "other-items":
      return `${code} is for other items than those in your cart.`;
    case "more-items":
      return `${code} takes effect with ${countItems(reason.count)} of the items that it is for.`;
    case "minimum":
      return `${code} takes effect from ${formatMoney(reason.amount, market.locale)} on.`;
    case "other-place":
      return `${code} is not for orders to ${market.name}.`;
    case "other-currency":
      return `${code} is not for orders in ${nameCurrency(market)}.`;
    case "other-customers":
      return `${code} is for certain customers only.`;
    case "sign-in":
      return `${code} takes effect when you are signed in.`;
    case "email":
      return `${code} takes effect when you have given your e-mail address.`;
    case "conditions":
      return `Your cart does not meet the conditions of ${code} yet.`;
    case "nothing-left":
      return `There is nothing left that ${code} could take off.`;
    case "not-started":
      return `${code} starts on ${formatDay(reason.at, market)}.`;
    case "used-up":
      return `${code} has been used up and was taken off.`;
    case "used-by-you":
      return `You have used ${code} already, so it was taken off.`;
    case "ended":
    case "gone":
      return `${code} has ended and was taken off.`;
  }
}

function countItems(count: number): string {
  return count === 1 ? "one more" : `${count} more`;
}

/** The name of a currency: "US dollars". */
function nameCurrency({ currency }: { currency: Money["currency"] }): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "name" });
  return format.formatToParts(2).find(({ type }) => type === "currency")?.value ?? currency.toUpperCase();
}
