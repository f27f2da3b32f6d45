import "server-only";
import { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";

const backendErrorSchema = z.object({ status: z.int(), message: z.string().catch("") });

/** The HTTP status behind an error of `callAs`, for callers that need more than its code; null without a response. */
export function readErrorStatus(error: unknown): number | null {
  const { data } = backendErrorSchema.safeParse(error instanceof AppError ? error.cause : null);
  return data?.status ?? null;
}

/** The backend's message behind an error of `callAs`; some begin with a code. Null without a response. */
export function readErrorMessage(error: unknown): string | null {
  const { data } = backendErrorSchema.safeParse(error instanceof AppError ? error.cause : null);
  return data?.message ?? null;
}

/** The backend's error codes for carts (medusa/src/carts/refusals.ts), by which the shop has its own. */
const CODES = Object.entries({
  cart_empty: "cart-empty",
  cart_completed: "already-ordered",
  cart_changed: "cart-changed",
  not_for_sale: "not-for-sale",
  insufficient_inventory: "out-of-stock",
  promotion_ended: "discount-ended",
  delivery_unavailable: "delivery-unavailable",
  payment_unavailable: "payment-unavailable",
  payment_unauthorized: "payment-failed",
  country_unavailable: "not-deliverable",
} satisfies Record<string, ErrorCode>);

const details = z.array(z.string());

/**
 * The shop's code for an error of the backend, if it has one.
 * @param message of the response, beginning with the backend's code: the SDK passes on nothing else
 */
export function findErrorCode(message: string): ErrorCode | undefined {
  const [, code = ""] = /^([a-z_]+): /.exec(message) ?? [];
  return CODES.find(([name]) => name === code)?.[1];
}

/** The subjects of an error, such as promotion codes: the JSON list at the end of the backend's message. */
export function readErrorDetails(error: unknown): string[] {
  const [list = "[]"] = /\[".*"\]$/s.exec(readErrorMessage(error) ?? "") ?? [];
  try {
    return details.parse(JSON.parse(list));
  } catch {
    return [];
  }
}
