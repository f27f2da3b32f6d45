import type { PaymentProblem } from "../payments/payment-report";
import type { MailContent } from "./content";
import { renderMail } from "./layout";

const MAX_LINES = 50;

const TEXT: Record<PaymentProblem["kind"], string> = {
  "payment-without-order": "a payment whose order is gone",
  "order-without-payment": "an order without a payment",
  unsettled: "a payment that is not settled after two hours",
};

/** Tells a shopkeeper where payments and orders disagree. */
export function paymentAlarm(problems: PaymentProblem[]): MailContent {
  const lines = problems
    .slice(0, MAX_LINES)
    .map(({ kind, subject, detail }) => `${TEXT[kind]}: ${subject}${detail ? `, ${detail}` : ""}`);
  const more = problems.length - lines.length;
  return renderMail({
    subject: "Payments and orders disagree at Cloakroom",
    blocks: [
      `The nightly check has found ${problems.length === 1 ? "one disagreement" : `${problems.length} disagreements`} between money and orders.`,
      { lines: [...lines, ...(more > 0 ? [`and ${more} more`] : [])] },
      "Look at each in the admin, and at the payment provider: give the money back, or make the order. docs/payments.md says how. npm run audit-log -- --payments lists them all.",
    ],
  });
}
