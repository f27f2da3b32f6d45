import "server-only";
import { clearCartId } from "@/lib/cart/cookie";
import { endSession, forgetSession } from "@/lib/session/browser";

/**
 * Ends this browser's session and leaves it without a cart; the customer's own waits for the next sign-in.
 * @throws when the database does: then nothing is cleared, since nothing has ended
 */
export async function signOut(): Promise<void> {
  await endSession("signed-out");
  await forgetSession();
  await clearCartId();
}
