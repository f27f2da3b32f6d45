import type { MailContent } from "./content";
import { renderMail } from "./layout";
import { fromMinorUnits } from "./minor-units";
import { formatMoney } from "./money";

interface ReleasedPayment {
  /** In minor units. */
  amount: number;
  currency: string;
  reason: string;
}

const REASONS: Record<string, string> = {
  insufficient_inventory: "Something in your cart was sold out while you were paying.",
  not_for_sale: "Something in your cart was taken off sale while you were paying.",
  cart_changed: "Your cart was changed while you were paying, so the payment did not fit it any more.",
  promotion_ended: "A discount on your cart had ended or was used up.",
  delivery_unavailable: "The delivery you chose was no longer offered.",
  country_unavailable: "We do not deliver to that country any more.",
  amount: "The bank promised another amount than your cart costs.",
  ordered_otherwise: "Your cart had been ordered in another way already. That order stands.",
};

/** Tells a shopper that a payment has been given back because no order was made. */
export function paymentReleased({ amount, currency, reason }: ReleasedPayment): MailContent {
  const money = formatMoney(fromMinorUnits(amount, currency), currency);
  return renderMail({
    subject: "Your payment to Cloakroom was given back",
    blocks: [
      `Your payment of ${money} has not become an order, and we have given the money back: you are not charged.`,
      REASONS[reason] ?? "Something went wrong on our side while the order was being made.",
      "If you still want to order, your cart is as you left it. If you have a question, just reply.",
    ],
  });
}
