import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { clearCartId } from "@/lib/cart/cookie";
import { readOpenCartOf } from "@/lib/cart/current";
import { holdAs, holdAsGuest } from "@/lib/cart/holder";
import { takeOver } from "@/lib/cart/merge-details";
import { moveLine } from "@/lib/cart/merge-lines";
import { withCartLock } from "@/lib/cart/lock";
import { writeShortfall } from "@/lib/cart/shortfall";
import { chooseAgain } from "@/lib/cart/merge-choices";
import type { Carts, Guest } from "@/lib/cart/merge-carts";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import type { CustomerSession } from "@/lib/session/session";

/**
 * Moves what a guest has chosen into the customer's own cart and leaves the guest's cart behind, whose id an earlier
 * visitor of this browser may know. Line by line and by one request at a time, so that a form that is sent twice doubles
 * nothing and an outage half-way loses nothing: the rest follows at the next occasion. A line that has arrived, and was
 * not taken out of the guest's cart any more, follows once more. Only in a server action or route handler.
 */
export async function mergeGuestCart(session: CustomerSession): Promise<void> {
  try {
    const guestHolder = await holdAsGuest();
    const { cartId } = guestHolder;
    if (!cartId) return;
    await withCartLock(cartId, async () => {
      const guest = await readOpenCartOf(guestHolder);
      if (guest?.items.length) await merge(session, { guest, guestHolder });
    });
    await clearCartId();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("merge", console.error, "a guest's cart is not merged yet:", error.code, error.cause);
  }
}

async function merge(session: CustomerSession, guest: Guest): Promise<void> {
  const holder = await holdAs(session);
  const { own, left } = await takeOver(await readOpenCartOf(holder), holder, guest);
  const carts: Carts = { ...guest, own, ownHolder: { ...holder, cartId: own.id } };
  const items = guest.guest.items;
  const caps = [...left];
  for (const item of items) caps.push(...(await moveLine(item, carts)));
  await chooseAgain(carts);
  if (caps.length > 0) await writeShortfall(caps);
  const { id: sessionId, customerId } = session;
  await recordAuditEntry({ type: "cart.merged", customerId, sessionId, cartId: own.id, lines: items.length });
}
