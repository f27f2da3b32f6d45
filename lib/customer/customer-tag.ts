import "server-only";
import { hashId } from "@/lib/hash";
import { type CustomerSession, getSession } from "@/lib/session/session";

/**
 * Stands for a customer in the browser: it tells two of one name apart, and opens nothing. The same on every instance,
 * or a page would take its own shopper for somebody else.
 */
export function toCustomerTag(session: CustomerSession): string {
  return hashId("customer-tag", session.customerId);
}

/** The mark of the customer who is signed in, or null. */
export async function getCustomerTag(): Promise<string | null> {
  const state = await getSession();
  return state.status === "signed-in" ? toCustomerTag(state.session) : null;
}
