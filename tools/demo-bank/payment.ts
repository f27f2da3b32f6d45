/** What a payment may be at the bank. `open`: waits for the shopper. `processing`: the bank has not decided yet. */
type PaymentStatus = "open" | "processing" | "authorized" | "captured" | "declined" | "canceled" | "expired";

export type DeclineReason = "declined" | "insufficient_funds" | "challenge_failed" | "left";

/** When the shop is told what has become of a payment. */
export const NOTICES = ["at-once", "before", "twice", "late", "never"] as const;
type Notice = (typeof NOTICES)[number];

/** The cards of the hosted page, as they are chosen there. */
export const CARDS = ["approve", "challenge", "insufficient", "decline", "slow", "partial"] as const;
export type Card = (typeof CARDS)[number];

/** A payment. `reference`: the shop's name for it. `id`: a secret that opens its hosted page. */
export type Payment = {
  id: string;
  reference: string;
  /** In minor units of the currency. */
  amount: number;
  authorized: number;
  refunded: number;
  currency: string;
  description: string;
  returnUrl: string;
  status: PaymentStatus;
  reason: DeclineReason | null;
  notice: Notice;
  createdAt: number;
  /** When a slow bank decides, in ms since the epoch. */
  decidesAt: number | null;
};

/** How long an open payment can be paid. */
export const OPEN_MS = 30 * 60_000;
/** How long a slow bank takes. */
export const SLOW_MS = 4_000;

/** The payment as time has changed it. @param now in ms since the epoch */
export function atTime(payment: Payment, now: number): Payment {
  if (payment.status === "open" && now - payment.createdAt > OPEN_MS)
    return { ...payment, status: "expired" };
  if (payment.status === "processing" && payment.decidesAt !== null && now >= payment.decidesAt)
    return { ...payment, status: "authorized", authorized: payment.amount };
  return payment;
}

/** The payment after a card was used for it. A payment that is not open stays as it is. */
export function applyCard(payment: Payment, card: Card, now: number): Payment {
  if (payment.status !== "open") return payment;
  switch (card) {
    case "approve":
      return { ...payment, status: "authorized", authorized: payment.amount };
    case "partial":
      return { ...payment, status: "authorized", authorized: Math.floor(payment.amount / 2) };
    case "insufficient":
      return decline(payment, "insufficient_funds");
    case "decline":
      return decline(payment, "declined");
    case "slow":
      return { ...payment, status: "processing", decidesAt: now + SLOW_MS };
    case "challenge":
      return payment;
  }
}

/** The payment as declined. One that is not open stays as it is. */
export function decline(payment: Payment, reason: DeclineReason): Payment {
  return payment.status === "open" ? { ...payment, status: "declined", reason } : payment;
}

/** Takes the money that was authorized. Repeating it changes nothing. */
export function capture(payment: Payment): Payment {
  return payment.status === "authorized" ? { ...payment, status: "captured" } : payment;
}

/** Gives all money back, or closes a payment that was not made. Repeating it changes nothing. */
export function cancel(payment: Payment): Payment {
  if (payment.status === "declined" || payment.status === "expired") return payment;
  return { ...payment, status: "canceled", authorized: 0 };
}

/** Gives some of the captured money back. @param amount in minor units; no more than is left is given */
export function refund(payment: Payment, amount: number): Payment {
  if (payment.status !== "captured") return payment;
  return { ...payment, refunded: Math.min(payment.authorized, payment.refunded + amount) };
}
