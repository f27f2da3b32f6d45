import "server-only";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import { ORDER_FIELDS, parseOrder } from "@/lib/orders/backend-order";
import type { Order } from "@/lib/orders/order";
import { reshapeOrder } from "@/lib/orders/reshape";

/** The format of the backend's tokens (medusa/src/order-links/seal.ts); nothing else is sent. */
const TOKEN = /^ol_[\w-]{60,400}$/u;

/**
 * The order of a link from a mail. The link's token is the only credential: it needs no account, opens this one order, and ends.
 * The backend has sealed it and opens it.
 * @param link the token in its URL
 * @returns null for a link that was changed, has ended, or was mailed to a former address of the order
 * @throws AppError "unavailable"
 */
export async function getLinkedOrder(link: string | undefined): Promise<Order | null> {
  if (!link || !isOrderToken(link)) return null;
  try {
    const call = { method: "POST", query: { fields: ORDER_FIELDS }, body: { token: link } } as const;
    return reshapeOrder(parseOrder(await callAs(guestHeaders(), "/store/order-links/read", call)));
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

/** Whether a text has the form of a token. */
export function isOrderToken(text: string): boolean {
  return TOKEN.test(text);
}
