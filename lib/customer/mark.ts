import "server-only";
import { fingerprint } from "@/lib/fingerprint";
import { type CustomerSession, getSession } from "@/lib/session";

/** Stands for a customer in the browser: it tells two of one name apart, and opens nothing. */
export function markOf(session: CustomerSession): string {
  return fingerprint("customer", session.customerId);
}

/** The mark of the customer who is signed in, or null. */
export async function getMark(): Promise<string | null> {
  const state = await getSession();
  return state.status === "signed-in" ? markOf(state.session) : null;
}
