import "server-only";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { admit } from "@/lib/session/admission";
import { readShownTicket, sessionCookie, SHOWN_TICKET_HEADER } from "@/lib/session/cookie";
import { desk } from "@/lib/session/desk";
import { openMedusaToken } from "@/lib/session/medusa-token";
import type { EndReason, Ticket } from "@/lib/session/rotation";
import { isTold } from "@/lib/session/told";

/** A shopper with an account. For use inside `lib` only: neither id nor token goes into anything a browser sees. */
export type CustomerSession = { id: string; customerId: string; medusaToken: string };

export type SessionState =
  | { status: "guest" }
  | { status: "signed-in"; session: CustomerSession }
  | { status: "ended"; reason: EndReason }
  /** The database does not answer: nobody is signed out by that, and nothing personal is shown. */
  | { status: "unavailable" };

/**
 * Who is asking, by this request's cookie and the session's row: one query. Pages share one answer per request; an
 * action or route asks once, at its start.
 *
 * `connection` says that all that follows is for a real request: the answers to it read the clock (here, and in Node's
 * fetch), which Next's development server reports as an error wherever it tries out what could be prerendered.
 */
export const getSession = cache(async (): Promise<SessionState> => {
  const [jar, incoming] = await Promise.all([cookies(), headers(), connection()]);
  const cookie = jar.get(sessionCookie().name)?.value;
  const shown = await readShownTicket(cookie, incoming.get(SHOWN_TICKET_HEADER));
  return shown ? readState(shown.ticket) : { status: "guest" };
});

/**
 * The guard of everything personal.
 * @throws AppError "signed-out" or "unavailable"
 */
export async function requireCustomer(): Promise<CustomerSession> {
  const state = await getSession();
  if (state.status === "signed-in") return state.session;
  throw new AppError(state.status === "unavailable" ? "unavailable" : "signed-out");
}

async function readState(ticket: Ticket): Promise<SessionState> {
  try {
    const admission = await admit(ticket, desk);
    if (admission.status === "ended") return await endedState(ticket, admission.reason);
    const { id, customerId, medusaToken } = admission.session;
    return {
      status: "signed-in",
      session: { id, customerId, medusaToken: await openMedusaToken(medusaToken) },
    };
  } catch (error) {
    if (error instanceof AppError && error.code === "signed-out") return endedState(ticket, "refused");
    logLimited(
      "session",
      console.error,
      `session ${ticket.sid.slice(0, 8)}: not known whether it lives.`,
      error,
    );
    return { status: "unavailable" };
  }
}

/** Who signed out here meant to, and needs no notice, even if a late response brought the old cookie back. */
async function endedState(ticket: Ticket, reason: EndReason): Promise<SessionState> {
  const isKnown = reason === "signed-out" || (await isTold(ticket));
  return isKnown ? { status: "guest" } : { status: "ended", reason };
}
