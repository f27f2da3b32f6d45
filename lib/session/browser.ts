import "server-only";
import { cookies } from "next/headers";
import type { CustomerSession } from "@/lib/session";
import { ABSOLUTE_LIMIT_SECONDS, sealedTicket, sessionCookie, youngCookie } from "@/lib/session/cookie";
import { readDevice } from "@/lib/session/device";
import { readCustomerId, sealMedusaToken } from "@/lib/session/medusa-token";
import { sessionStore } from "@/lib/session/store";
import { writeShopperHint } from "@/lib/shopper-hint";

/**
 * Signs this browser in with a token fresh from Medusa: a new row, and the first ticket for it. Only in a server
 * action or route handler.
 * @throws when the database does; then nobody is signed in
 */
export async function openSession(medusaToken: string): Promise<CustomerSession> {
  const customerId = readCustomerId(medusaToken);
  if (!customerId) throw new Error("A token of no customer opens no session.");
  const now = Date.now();
  const token = await sealMedusaToken(medusaToken);
  const { id } = await sessionStore.open({ ...token, ...(await readDevice()), customerId }, now);
  await writeTicket(await sealedTicket.seal({ sid: id, generation: 0, issuedAt: now }));
  await writeShopperHint(ABSOLUTE_LIMIT_SECONDS);
  return { id, customerId, medusaToken };
}

/** Takes the ticket out of this browser. The row is the caller's matter, and so is the hint if a cart needs it. */
export async function dropTicket(): Promise<void> {
  const jar = await cookies();
  for (const { name, options } of [sessionCookie(), youngCookie()])
    jar.set(name, "", { ...options, maxAge: 0 });
}

async function writeTicket(sealed: string): Promise<void> {
  const jar = await cookies();
  const [ticket, young] = [sessionCookie(), youngCookie()];
  jar.set(ticket.name, sealed, ticket.options);
  jar.set(young.name, "1", young.options);
}

/** Ends the session whose ticket this browser holds, if there is one, whatever else is true of the ticket. */
export async function endSession(reason: "signed-out" | "refused"): Promise<void> {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  const ticket = await sealedTicket.unseal(cookie);
  const session = ticket && (await sessionStore.find(ticket.sid));
  if (session) await sessionStore.revoke(session, { reason }, Date.now());
}
