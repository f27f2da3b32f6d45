import "server-only";
import { admit, type Desk } from "@/lib/session/admission";
import { isDue, type Ticket } from "@/lib/session/rotation";
import { renewMedusaToken, type TokenRenewal } from "@/lib/session/token-renewal";
import type { Session } from "@/prisma/generated/client";

export type Renewal = { ticket: Ticket; session: Session; token: TokenRenewal };

/**
 * The ticket to hand out in exchange for this one, or null when it is to stay as it is: still young (decided without
 * a query), or worth nothing. Handing it out changes nothing in the row: that happens when the browser shows it, so a
 * response that never arrives costs nobody a session.
 * @throws when the database does
 */
export async function renewTicket(ticket: Ticket, desk: Desk): Promise<Renewal | null> {
  if (!isDue(ticket, desk.moment())) return null;
  const admission = await admit(ticket, desk);
  if (admission.status !== "admitted" || admission.next === null) return null;

  const token = await renewMedusaToken(admission.session, desk);
  if (token === "refused") return null;
  const issuedAt = desk.moment().now;
  return {
    ticket: { sid: ticket.sid, generation: admission.next, issuedAt },
    session: admission.session,
    token,
  };
}
