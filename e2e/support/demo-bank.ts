import { createHmac, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { environment } from "./environment";
import { computeChecksum, fetchCart } from "./cart-checksum";
import type { MedusaStoreApi } from "./medusa-store-api";
import { queryDb } from "./storefront-db";

export const DEMO_BANK = "pp_demo-bank_default";

type Card = "approve" | "insufficient" | "decline" | "slow" | "partial" | "leave";
type Notice = "at-once" | "before" | "twice" | "late" | "never";

/**
 * Chooses what the bank answers, on its hosted page and without a browser.
 * @param notice when the bank tells the shop
 * @returns the address that the bank sends the shopper back to
 */
export async function answerBank(url: string, card: Card, notice: Notice = "never"): Promise<string> {
  const body = new URLSearchParams({ card, notice });
  const response = await fetch(url, { method: "POST", body, redirect: "manual" });
  const location = response.headers.get("location");
  if (response.status !== 303 || !location) throw new Error(`The bank answered ${response.status}.`);
  return location;
}

type BankPayment = { status: string; authorized: number };

/** The payment of a session as the bank has it. */
export async function readBankPayment(sessionId: string): Promise<BankPayment> {
  const response = await fetch(new URL(`/v1/payments/${sessionId}`, environment.demoBankUrl), {
    headers: { authorization: `Bearer ${environment.demoBankSecret}` },
  });
  return (await response.json()) as BankPayment;
}

/** Waits until the bank has given the money of a session back. */
export async function waitForRelease(sessionId: string): Promise<void> {
  await expect
    .poll(async () => readBankPayment(sessionId))
    .toMatchObject({ status: "canceled", authorized: 0 });
}

type Attempt = { session_id: string; status: string; reason: string | null; order_id: string | null };

/** The payments begun for a cart, oldest first. */
export function listAttempts(cartId: string): Promise<Attempt[]> {
  return queryDb<Attempt>(
    "SELECT session_id, status, reason, order_id FROM payment_attempt WHERE cart_id = $1 ORDER BY created_at",
    [cartId],
    environment.medusaDatabaseUrl,
  );
}

type Started = { status: string; url: string };

/** Begins the payment of a cart as the storefront does. @throws Error when the backend refuses */
export async function startPayment(
  storeApi: MedusaStoreApi,
  cartId: string,
): Promise<{ url: string; sessionId: string }> {
  const checksum = computeChecksum(await fetchCart(storeApi, cartId));
  const { status, body } = await storeApi.post<Started>(`/store/carts/${cartId}/payment`, {
    body: { checksum, country: "us" },
  });
  if (body.status !== "redirect") throw new Error(`${status} ${JSON.stringify(body)}`);
  const attempt = (await listAttempts(cartId)).at(-1);
  return { url: body.url, sessionId: attempt?.session_id ?? "" };
}

/** The notice that the bank would send about a payment, signed at a time. @param at Unix time */
export function signNotice(sessionId: string, at: number = Date.now() / 1_000) {
  const body = JSON.stringify({
    id: randomUUID(),
    type: "payment.authorized",
    reference: sessionId,
    amount: 1,
  });
  const time = String(Math.floor(at));
  const signature = createHmac("sha256", environment.demoBankSecret).update(`${time}.${body}`).digest("hex");
  return { body, headers: { "x-demo-bank-time": time, "x-demo-bank-signature": signature } };
}

/** Sends a notice to the shop. @returns the status of the response */
export async function sendNotice({ body, headers }: { body: string; headers: Record<string, string> }) {
  const url = new URL("/hooks/payment/demo-bank_default", environment.medusaUrl);
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headers },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
