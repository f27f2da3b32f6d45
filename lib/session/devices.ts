import "server-only";
import { database, orUnavailable } from "@/lib/db";
import { fingerprint } from "@/lib/fingerprint";
import { requireCustomer } from "@/lib/session";
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

/** Ends the session on one other device. One that has ended already is as wanted. */
export async function signOutDevice(handle: string): Promise<void> {
  const { id } = await requireCustomer();
  const meant = (await listLiving()).find((session) => session.id !== id && handleOf(session) === handle);
  if (!meant) return;
  await orUnavailable(sessionStore.revoke(meant, { reason: "signed-out-elsewhere" }, Date.now()));
}

/** Ends every session but this one: all of them, or none when the database fails. */
export async function signOutOtherDevices(): Promise<void> {
  const { id, customerId } = await requireCustomer();
  const others = { customerId, reason: "signed-out-elsewhere", except: id } as const;
  await orUnavailable(sessionStore.revokeAll(others));
}

async function listLiving(): Promise<Session[]> {
  const { customerId } = await requireCustomer();
  const now = new Date();
  const where = { customerId, revokedAt: null, expiresAt: { gt: now }, medusaTokenExpiresAt: { gt: now } };
  return orUnavailable(database().session.findMany({ where, orderBy: { lastSeenAt: "desc" } }));
}

function handleOf({ id }: Session): string {
  return fingerprint("session", id);
}
