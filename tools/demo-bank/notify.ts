import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Payment } from "./payment";

/** Where the shop is told, and the secret that both know. */
export type Receiver = { webhookUrl: string; secret: string };

/** How late a late notice is. */
const LATE_MS = 3_000;
/** A notice that is not taken is repeated, as banks do: after these times. */
const RETRY_MS = [1_000, 5_000, 30_000];
const TIMEOUT_MS = 20_000;

/** Tells the shop what has become of a payment, in the way that was chosen on its page. */
export async function notify(payment: Payment, receiver: Receiver): Promise<void> {
  if (payment.notice === "never") return;
  if (payment.notice === "late") await wait(LATE_MS);
  const body = JSON.stringify({
    id: randomUUID(),
    type: `payment.${payment.status}`,
    reference: payment.reference,
    amount: payment.authorized,
  });
  const times = payment.notice === "twice" ? 2 : 1;
  await Promise.all(Array.from({ length: times }, () => deliver(body, receiver)));
}

/** The headers that prove who has sent a notice, and when: HMAC-SHA256 over `{time}.{body}`, in hex. */
export function signNotice(body: string, secret: string, unixSeconds: number): Record<string, string> {
  const signature = createHmac("sha256", secret).update(`${unixSeconds}.${body}`).digest("hex");
  return {
    "content-type": "application/json",
    "x-demo-bank-time": String(unixSeconds),
    "x-demo-bank-signature": signature,
  };
}

async function deliver(body: string, { webhookUrl, secret }: Receiver): Promise<void> {
  for (const pause of [0, ...RETRY_MS]) {
    if (pause > 0) await wait(pause);
    const headers = signNotice(body, secret, Math.floor(Date.now() / 1_000));
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(webhookUrl, { method: "POST", headers, body, signal }).catch(() => null);
    await response?.arrayBuffer();
    if (response && response.status < 500) return;
  }
}
