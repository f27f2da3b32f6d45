import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { hostCookie } from "@/lib/host-cookie";
import { sealedValue, type SealedValue } from "@/lib/seal";
import type { Ticket } from "@/lib/session/rotation";

/** The longest that any session lives, used or not. */
export const ABSOLUTE_LIMIT_SECONDS = 90 * 86_400;

/**
 * The middleware puts the ticket that the browser really showed into this request header when it replaces the cookie.
 * The value is as sealed as a cookie, so a client that sends the header itself gains nothing it could not show anyway.
 */
export const SHOWN_TICKET_HEADER = "x-cloakroom-shown-ticket";

/** Both names stand in the middleware's matcher too, which Next reads without running it. */
export function sessionCookie() {
  return hostCookie("cloakroom-session", ABSOLUTE_LIMIT_SECONDS);
}

/**
 * Beside the session's cookie for as long as that one is young. While a browser sends it the middleware has nothing to
 * do, and its matcher lets the request pass by. Proves nothing and holds nothing: without it the ticket is looked at
 * earlier than it need be, with one of somebody's own making it is renewed later, and opens neither more nor less.
 */
export function youngCookie() {
  return hostCookie("cloakroom-young", env.sessionRotateAfterSeconds);
}

/** The cookie's content: three facts that identify nobody, unreadable and unalterable outside. */
export const sealedTicket: SealedValue<Ticket> = sealedValue({
  purpose: "session-ticket",
  schema: z.object({
    sid: z.uuid(),
    generation: z.int().min(0).max(2_000_000_000),
    issuedAt: z.int().min(0),
  }),
  // Each renewal starts it anew, so a ticket always outlives its row and the row can say why the session ended.
  lifetimeSeconds: ABSOLUTE_LIMIT_SECONDS,
  maxLength: 1_024,
});

/** A ticket with the text that it was read from. */
type ShownTicket = { ticket: Ticket; text: string };

/** The ticket that the browser showed, given the request's cookie and what the middleware carried over. */
export async function readShownTicket(cookie: string | undefined, carried: string | null) {
  const held = await openTicket(cookie);
  const shown = held && carried ? await openTicket(carried) : null;
  return held && shown && isOlderCopy(shown.ticket, held.ticket) ? shown : held;
}

async function openTicket(text: string | undefined): Promise<ShownTicket | null> {
  const ticket = await sealedTicket.unseal(text);
  return text && ticket ? { ticket, text } : null;
}

/** Another session's ticket never is: a sign-in has replaced the cookie since. */
function isOlderCopy(ticket: Ticket, other: Ticket): boolean {
  return ticket.sid === other.sid && ticket.generation < other.generation;
}
