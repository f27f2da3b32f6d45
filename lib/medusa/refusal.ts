import "server-only";
import { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
import { readMessage } from "@/lib/medusa/status";

/** The backend's codes for a cart that it does not change or order: see medusa/src/carts/refusals.ts. */
const CODES = Object.entries({
  cart_empty: "cart-empty",
  cart_completed: "already-ordered",
  cart_changed: "cart-changed",
  not_for_sale: "not-for-sale",
  insufficient_inventory: "out-of-stock",
  promotion_ended: "discount-ended",
  delivery_unavailable: "delivery-unavailable",
  payment_unavailable: "payment-unavailable",
  country_unavailable: "not-deliverable",
} satisfies Record<string, ErrorCode>);

const details = z.array(z.string());

/** @param message of the backend's answer; the code is its first word, as the SDK hands on nothing else */
export function findRefusal(message: string): ErrorCode | undefined {
  const [, code = ""] = /^([a-z_]+): /.exec(message) ?? [];
  return CODES.find(([name]) => name === code)?.[1];
}

/** What a refusal is about, such as promotion codes: the JSON list at the end of the backend's message. */
export function readDetails(error: unknown): string[] {
  const [list = "[]"] = /\[".*"\]$/s.exec(readMessage(error) ?? "") ?? [];
  try {
    return details.parse(JSON.parse(list));
  } catch {
    return [];
  }
}
