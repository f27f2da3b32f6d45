import "server-only";
import { clearCartId } from "@/lib/cart/cookie";
import { clearShortfall } from "@/lib/cart/shortfall";
import { clearDraft } from "@/lib/checkout/draft";
import { deleteSessionCookies, endSession } from "@/lib/session/session";
import { clearStateHint } from "@/lib/http/cookies";

/**
 * Ends this browser's session and leaves it without a cart; the customer's own waits for the next sign-in.
 * @throws when the database does: then nothing is cleared, since nothing has ended
 */
export async function signOut(): Promise<void> {
  await endSession("signed-out");
  await deleteSessionCookies();
  await clearStateHint();
  await clearCartId();
  await clearDraft();
  await clearShortfall();
}
