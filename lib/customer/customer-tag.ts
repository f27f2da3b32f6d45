import "server-only";
import { hashId } from "@/lib/hash";
import { type CustomerSession, getSession } from "@/lib/session/session";

/**
 * A hash that identifies a customer in the browser, to notice when another one has signed in. Not a secret. The same on
 * every instance, as a page compares it with later responses.
 */
export function toCustomerTag(session: CustomerSession): string {
  return hashId("customer-tag", session.customerId);
}

/** The tag of the signed-in customer, or null. */
export async function getCustomerTag(): Promise<string | null> {
  const state = await getSession();
  return state.status === "signed-in" ? toCustomerTag(state.session) : null;
}
