import type pg from "pg";
import { PAYMENT_PROBLEMS, type PaymentProblem } from "../../medusa/src/payments/payment-report";

/** A payment that was begun at a gateway. `amount`: in minor units. */
export type ListedPayment = {
  created_at: Date;
  session_id: string;
  provider_id: string;
  amount: string;
  currency: string;
  status: string;
  reason: string | null;
  order_id: string | null;
};

const PAYMENTS = `
  SELECT created_at, session_id, provider_id, amount, currency, status, reason, order_id
  FROM payment_attempt
  WHERE ($1::timestamptz IS NULL OR created_at >= $1) AND ($2::text IS NULL OR order_id = $2)
  ORDER BY created_at DESC LIMIT $3`;

/** Payments that were begun at a gateway, newest first. */
export async function listPayments(
  medusa: pg.Client,
  { since, order, limit }: { since?: Date; order?: string; limit: number },
): Promise<ListedPayment[]> {
  return (await medusa.query<ListedPayment>(PAYMENTS, [since ?? null, order ?? null, limit])).rows;
}

/** Payments without an order, orders without a payment, and payments that were never settled. */
export async function checkPayments(medusa: pg.Client): Promise<PaymentProblem[]> {
  return (await medusa.query<PaymentProblem>(PAYMENT_PROBLEMS)).rows;
}

const ADVICE = "docs/payments.md says what to do about each.";

/** One payment a line. */
export function describePayments(payments: ListedPayment[]): string {
  if (payments.length === 0) return "No payment was begun at a gateway that fits.";
  return payments
    .map(({ created_at, session_id, provider_id, amount, currency, status, reason, order_id }) => {
      const time = created_at
        .toISOString()
        .replace("T", " ")
        .replace(/\.\d+Z$/u, "Z");
      const end = [status, reason && `(${reason})`, order_id].filter(Boolean).join(" ");
      return `${time}  ${session_id}  ${provider_id}  ${amount} ${currency}  ${end}`;
    })
    .join("\n");
}

/** Whether money and orders agree, with each place where they do not. */
export function describePaymentCheck(problems: PaymentProblem[]): string {
  if (problems.length === 0) return "✓ Every payment has its order, and every order its payment.";
  const lines = problems.map(({ kind, subject, detail }) => `✗ ${kind}: ${subject} ${detail}`.trimEnd());
  return [...lines, "", ADVICE].join("\n");
}
