import "server-only";
import { cookies } from "next/headers";
import { hashId } from "@/lib/hash";
import { hostCookie } from "@/lib/host-cookie";
import { ABSOLUTE_LIMIT_SECONDS, sealedTicket, sessionCookie } from "@/lib/session/cookie";
import type { Ticket } from "@/lib/session/rotation";

/**
 * The browser has been told why its session is over, and is an ordinary guest's from now on. Only in a route handler.
 * The dead ticket stays where it is: an answer that takes it out could come late, and take out the ticket of somebody
 * who has signed in meanwhile, in another tab or by changing the password.
 */
export async function rememberTold(): Promise<void> {
  const jar = await cookies();
  const ticket = await sealedTicket.unseal(jar.get(sessionCookie().name)?.value);
  const { name, options } = toldCookie();
  // No secret: it stands for a session that is over, and is the same in every browser that had a copy of its ticket.
  if (ticket) jar.set(name, markOf(ticket), { ...options, httpOnly: false });
}

/** Whether the end of this ticket's session is no news to its browser. */
export async function isTold(ticket: Ticket): Promise<boolean> {
  return (await cookies()).get(toldCookie().name)?.value === markOf(ticket);
}

function toldCookie() {
  return hostCookie("cloakroom-told", ABSOLUTE_LIMIT_SECONDS);
}

function markOf({ sid }: Ticket): string {
  return hashId("told", sid);
}
