import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Answer, Bank } from "./demo-bank";
import { cancel, capture, type Payment, refund } from "./payment";

type Call = { request: IncomingMessage; path: string; body: string };

/** The interface for the shop, with the shared secret as a bearer token. */
export function handleApi(bank: Bank, { request, path, body }: Call): Answer {
  if (!isAuthorized(request, bank.secret)) return json(401, { message: "Who is asking?" });
  const [, reference = "", action = ""] =
    /^\/v1\/payments(?:\/([\w-]{1,100})(?:\/(\w+))?)?$/u.exec(path) ?? [];
  const input = parseJson(body);
  if (request.method === "POST" && path === "/v1/payments") return openPayment(bank, input);
  const payment = bank.ledger.find(reference);
  if (!payment) return json(404, { message: "There is no such payment." });
  if (request.method === "GET" && !action) return json(200, describe(payment, bank));
  if (request.method !== "POST") return json(405, { message: "Not in this way." });
  const changed = change(payment, action, Number(input?.amount));
  return changed
    ? json(200, describe(bank.ledger.save(changed), bank))
    : json(404, { message: "No such action." });
}

function change(payment: Payment, action: string, amount: number): Payment | null {
  if (action === "capture") return capture(payment);
  if (action === "cancel") return cancel(payment);
  if (action === "refund" && amount > 0) return refund(payment, Math.round(amount));
  return null;
}

function openPayment(bank: Bank, input: Record<string, unknown> | null): Answer {
  const { reference, amount, currency, description, return_url: returnUrl } = input ?? {};
  const isComplete =
    typeof reference === "string" &&
    Number.isInteger(amount) &&
    Number(amount) > 0 &&
    typeof currency === "string" &&
    typeof returnUrl === "string" &&
    URL.canParse(returnUrl) &&
    new URL(returnUrl).origin === new URL(bank.shopUrl).origin;
  if (!isComplete)
    return json(400, { message: "A payment needs reference, amount, currency and return_url." });
  const payment = bank.ledger.open({
    reference,
    amount: Number(amount),
    currency,
    description: String(description ?? ""),
    returnUrl,
  });
  return json(200, describe(payment, bank));
}

function describe({ id, reference, status, reason, authorized, currency }: Payment, { port }: Bank) {
  const url = `http://127.0.0.1:${port}/pay/${id}`;
  return { reference, status, reason, authorized, currency, url };
}

function isAuthorized({ headers }: IncomingMessage, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${secret}`));
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function json(status: number, body: object): Answer {
  return { status, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}
