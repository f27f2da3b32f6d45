import "server-only";
import { clearCartId } from "@/lib/cart/cookie";
import { clearShortageNotice } from "@/lib/cart/shortage-notice";
import { clearDraft } from "@/lib/checkout/draft";
import { deleteSessionCookies, endSession } from "@/lib/session/session";
import { clearStateHint } from "@/lib/http/cookies";

/**
 * Revokes this browser's session and clears all its personal cookies. The customer's cart is kept for the next sign-in.
 * @throws when the database does: then nothing has changed
 */
export async function signOut(): Promise<void> {
  await endSession("signed-out");
  await deleteSessionCookies();
  await clearStateHint();
  await clearCartId();
  await clearDraft();
  await clearShortageNotice();
}
