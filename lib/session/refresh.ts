import "server-only";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { logLimited } from "@/lib/log";
import {
  readShownTicket,
  sealedTicket,
  sessionCookie,
  SHOWN_TICKET_HEADER,
  youngCookie,
} from "@/lib/session/cookie";
import { desk } from "@/lib/session/desk";
import { renewTicket, type Renewal } from "@/lib/session/renewal";
import type { Ticket } from "@/lib/session/rotation";

/** How the middleware goes on: `NextResponse.next`, or a redirect or rewrite of its own. */
type Answer = (init?: { request: { headers: Headers } }) => NextResponse;

/** Whether there may be something to renew, by the cookies' names alone: the same question as the matcher's. */
export function mayBeDue({ cookies }: NextRequest): boolean {
  return cookies.has(sessionCookie().name) && !cookies.has(youngCookie().name);
}

/**
 * The middleware's whole work: exchanges a ticket that is due, and sees to it that whatever response leaves carries
 * the new one. It renews and never authorises; with the database or the backend away the request goes on unchanged.
 */
export async function refreshSession(
  request: NextRequest,
  answer: Answer = (init) => NextResponse.next(init),
): Promise<NextResponse> {
  const { name, options } = sessionCookie();
  const carried = request.headers.get(SHOWN_TICKET_HEADER);
  const shown = await readShownTicket(request.cookies.get(name)?.value, carried);
  const renewed = shown && (await renewCookie(shown.ticket));
  if (!shown || !renewed) return answer();

  // Before the response is made, so that pages, routes and actions behind it all see the same cookie. The header
  // keeps them from taking it for one that the browser has already received.
  request.cookies.set(name, renewed);
  request.headers.set(SHOWN_TICKET_HEADER, shown.text);
  const response = answer({ request: { headers: request.headers } });
  response.cookies.set(name, renewed, options);
  const young = youngCookie();
  response.cookies.set(young.name, "1", young.options);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** The new cookie's value, null when nothing is to change. */
async function renewCookie(ticket: Ticket): Promise<string | null> {
  try {
    const renewal = await renewTicket(ticket, desk);
    if (!renewal) return null;
    if (!env.isProduction) logRenewal(renewal);
    return await sealedTicket.seal(renewal.ticket);
  } catch (error) {
    logLimited(
      "session",
      console.error,
      `session ${ticket.sid.slice(0, 8)}: not renewed, goes on as it is.`,
      error,
    );
    return null;
  }
}

function logRenewal({ ticket, session, token }: Renewal) {
  const next = new Date(ticket.issuedAt + env.sessionRotateAfterSeconds * 1_000).toISOString();
  const end = session.expiresAt.toISOString();
  console.info(
    `session ${session.id.slice(0, 8)}: ticket ${ticket.generation} handed out, next due ${next}; ` +
      `token ${token}; ends ${end} at the latest`,
  );
}
