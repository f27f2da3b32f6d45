import { env } from "../env";
import { DemoBankClient } from "../modules/demo-bank/client";

/** A payment as its gateway has it. `authorized`: in minor units, 0 unless the money is promised or taken. */
export interface GatewayPayment {
  status: "open" | "processing" | "authorized" | "captured" | "declined" | "canceled" | "expired";
  reason: string | null;
  authorized: number;
  currency: string;
}

interface NewGatewayPayment {
  reference: string;
  /** In minor units. */
  amount: number;
  currency: string;
  description: string;
  return_url: string;
}

/**
 * A gateway at which shoppers pay on a page of its own. A payment's name there is the id of its payment session. Every
 * call may be repeated, and throws an Error when the gateway cannot be reached.
 */
export interface Gateway {
  /** Opens a payment. @returns the address of the page on which it is paid */
  open(payment: NewGatewayPayment): Promise<{ url: string }>;
  /** What has become of a payment; null if the gateway knows none. */
  read(reference: string): Promise<GatewayPayment | null>;
  /** Gives the money back, or closes a payment that was not made. */
  cancel(reference: string): Promise<unknown>;
}

export const DEMO_BANK = "pp_demo-bank_default";

/** The gateway of a payment provider; null for one that asks nothing of the shopper, such as an invoice. */
export function findGateway(providerId: string): Gateway | null {
  return providerId === DEMO_BANK && env.demoBank ? new DemoBankClient(env.demoBank) : null;
}

export type PaidPayment = GatewayPayment & { status: "authorized" | "captured" };

/** Whether the gateway promises money, or has taken it. */
export function isPaid(payment: GatewayPayment | null): payment is PaidPayment {
  return payment?.status === "authorized" || payment?.status === "captured";
}
