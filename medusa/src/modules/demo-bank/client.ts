import { z } from "@medusajs/framework/zod";
import type { DemoBankSettings } from "./settings";

const TIMEOUT_MS = 10_000;

const paymentSchema = z.object({
  reference: z.string(),
  status: z.enum(["open", "processing", "authorized", "captured", "declined", "canceled", "expired"]),
  reason: z.string().nullable(),
  /** In minor units; 0 unless authorized. */
  authorized: z.number(),
  currency: z.string(),
  url: z.string(),
});

/** A payment as the bank has it. `url`: of its hosted page. */
export type BankPayment = z.infer<typeof paymentSchema>;

export interface NewBankPayment {
  reference: string;
  /** In minor units. */
  amount: number;
  currency: string;
  description: string;
  return_url: string;
}

/** The bank's HTTP interface. Every call throws an Error when the bank cannot be reached. */
export class DemoBankClient {
  constructor(private readonly settings: DemoBankSettings) {}

  /** Opens a payment; the same one again for the same reference. */
  async open(payment: NewBankPayment): Promise<BankPayment> {
    const opened = await this.#call("POST", "", payment);
    if (!opened) throw new Error("The demo bank has opened no payment.");
    return opened;
  }

  /** The payment, or null when the bank knows none of that reference. */
  read(reference: string): Promise<BankPayment | null> {
    return this.#call("GET", `/${encodeURIComponent(reference)}`);
  }

  /** Takes what was authorized. */
  capture(reference: string): Promise<BankPayment | null> {
    return this.#call("POST", `/${encodeURIComponent(reference)}/capture`, {});
  }

  /** Gives everything back, or closes a payment that was not made. May be repeated. */
  cancel(reference: string): Promise<BankPayment | null> {
    return this.#call("POST", `/${encodeURIComponent(reference)}/cancel`, {});
  }

  /** @param amount in minor units */
  refund(reference: string, amount: number): Promise<BankPayment | null> {
    return this.#call("POST", `/${encodeURIComponent(reference)}/refund`, { amount });
  }

  async #call(method: string, path: string, body?: object): Promise<BankPayment | null> {
    const { url, secret } = this.settings;
    const response = await fetch(new URL(`/v1/payments${path}`, url), {
      method,
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`The demo bank answered ${response.status}.`);
    return paymentSchema.parse(await response.json());
  }
}
