import "server-only";
import { database, orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, requireCustomer } from "@/lib/session";
import { nameDevice } from "@/lib/session/device-name";
import { sessionStore } from "@/lib/session/store";
import type { Session } from "@/prisma/generated/client";

/** A device that is signed in, as its owner sees it. `handle` names it in a form and opens nothing. */
export type Device = { handle: string; name: string; signedInAt: Date; lastUsedAt: Date; isThisOne: boolean };

/** The customer's devices, this one first and then by last use. @throws AppError "signed-out", "unavailable" */
export async function listDevices(): Promise<Device[]> {
  const { id } = await requireCustomer();
  const sessions = await listLiving();
  return sessions
    .map((session) => ({
      handle: handleOf(session),
      name: nameDevice(session.userAgent),
      signedInAt: session.createdAt,
      lastUsedAt: session.lastSeenAt,
      isThisOne: session.id === id,
    }))
    .toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/**
 * Ends the session on one other device. One that has ended already is as wanted.
 * @throws AppError "no-such-device" for a handle of no session of this customer's, and as `requireAccepted`
 */
export async function signOutDevice(handle: string): Promise<void> {
  const { id, customerId } = await requireAccepted();
  const meant = (await listLiving()).find((session) => session.id !== id && handleOf(session) === handle);
  if (!meant) return requireEnded(customerId, handle);
  await orThrowUnavailable(sessionStore.revoke(meant, { reason: "signed-out-elsewhere" }, Date.now()));
}

/** Ends every session but this one: all of them, or none when the database fails. @throws as `requireAccepted` */
export async function signOutOtherDevices(): Promise<void> {
  const { id, customerId } = await requireAccepted();
  const others = { customerId, reason: "signed-out-elsewhere", except: id } as const;
  await orThrowUnavailable(sessionStore.revokeAll(others));
}

/**
 * The customer, if the backend takes the session's token as well. A row can outlive its token for a while (decision
 * 0012): whoever holds such a session can do nothing with it, and so cannot end the owner's.
 * @throws AppError "signed-out", "unavailable"
 */
async function requireAccepted(): Promise<CustomerSession> {
  const session = await requireCustomer();
  await callAs(customerHeaders(session.medusaToken), "/store/customers/me", { query: { fields: "id" } });
  return session;
}

/** @throws AppError "no-such-device" unless a session of the customer's had that handle; "unavailable" */
async function requireEnded(customerId: string, handle: string): Promise<void> {
  const sessions = database().session.findMany({ where: { customerId }, select: { id: true } });
  const hasBeen = (await orThrowUnavailable(sessions)).some((session) => handleOf(session) === handle);
  if (!hasBeen) throw new AppError("no-such-device");
}

async function listLiving(): Promise<Session[]> {
  const { customerId } = await requireCustomer();
  const now = new Date();
  const where = { customerId, revokedAt: null, expiresAt: { gt: now }, medusaTokenExpiresAt: { gt: now } };
  return orThrowUnavailable(database().session.findMany({ where, orderBy: { lastSeenAt: "desc" } }));
}

function handleOf({ id }: Pick<Session, "id">): string {
  return hashId("session", id);
}
