import "server-only";
import { createHash } from "node:crypto";
import { type CustomerSession, getSession } from "@/lib/session";

/**
 * Stands for a customer in the browser: it tells two of one name apart, and opens nothing. Not keyed by the secrets, as
 * fingerprints are: while those rotate, two instances would give two marks, and a page would take its own shopper for
 * somebody else. Nobody finds the id by trying: 80 bits of it are random.
 */
export function markOf(session: CustomerSession): string {
  return createHash("sha256").update(`mark\n${session.customerId}`).digest("base64url").slice(0, 22);
}

/** The mark of the customer who is signed in, or null. */
export async function getMark(): Promise<string | null> {
  const state = await getSession();
  return state.status === "signed-in" ? markOf(state.session) : null;
}
