import "server-only";
import { database, orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, requireCustomer } from "@/lib/session/session";
import { sessionStore } from "@/lib/session/store";
import type { Session } from "@/prisma/generated/client";
import Bowser from "bowser";

/** A session as its owner sees it in the list of devices. `publicId` is a hash of the session id: safe in a form. */
export type SignedInDevice = {
  publicId: string;
  name: string;
  signedInAt: Date;
  lastUsedAt: Date;
  isThisOne: boolean;
};

/** The customer's devices, this one first and then by last use. @throws AppError "signed-out", "unavailable" */
export async function listDevices(): Promise<SignedInDevice[]> {
  const { id, customerId } = await requireCustomer();
  const sessions = await listActiveSessions(customerId);
  return sessions
    .map((session) => ({
      publicId: toPublicId(session),
      name: describeUserAgent(session.userAgent),
      signedInAt: session.createdAt,
      lastUsedAt: session.lastSeenAt,
      isThisOne: session.id === id,
    }))
    .toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/**
 * Revokes the session of one other device; does nothing if it has ended already.
 * @throws AppError "no-such-device" when the customer never had such a session, "signed-out", "unavailable"
 */
export async function signOutDevice(publicId: string): Promise<void> {
  const { id, customerId } = await requireBackendAcceptance();
  const target = (await listActiveSessions(customerId)).find(
    (session) => session.id !== id && toPublicId(session) === publicId,
  );
  if (!target) return requireEndedSession(customerId, publicId);
  await orThrowUnavailable(sessionStore.revoke(target, { reason: "signed-out-elsewhere" }, Date.now()));
}

/** Revokes every session but this one, all or none. @throws AppError "signed-out", "unavailable" */
export async function signOutOtherDevices(): Promise<void> {
  const { id, customerId } = await requireBackendAcceptance();
  const others = { customerId, reason: "signed-out-elsewhere", except: id } as const;
  await orThrowUnavailable(sessionStore.revokeAll(others));
}

/**
 * The customer, if the backend takes the session's token as well. A row can outlive its token for a while (decision
 * 0012): whoever holds such a session can do nothing with it, and so cannot end the owner's.
 * @throws AppError "signed-out", "unavailable"
 */
async function requireBackendAcceptance(): Promise<CustomerSession> {
  const session = await requireCustomer();
  await callAs(customerHeaders(session.backendToken), "/store/customers/me", { query: { fields: "id" } });
  return session;
}

/** @throws AppError "no-such-device" unless a session of the customer's had that publicId; "unavailable" */
async function requireEndedSession(customerId: string, publicId: string): Promise<void> {
  const sessions = database().session.findMany({ where: { customerId }, select: { id: true } });
  const hasBeen = (await orThrowUnavailable(sessions)).some((session) => toPublicId(session) === publicId);
  if (!hasBeen) throw new AppError("no-such-device");
}

async function listActiveSessions(customerId: string): Promise<Session[]> {
  const now = new Date();
  const where = { customerId, revokedAt: null, expiresAt: { gt: now }, medusaTokenExpiresAt: { gt: now } };
  return orThrowUnavailable(database().session.findMany({ where, orderBy: { lastSeenAt: "desc" } }));
}

function toPublicId({ id }: Pick<Session, "id">): string {
  return hashId("session", id);
}

/** "Firefox on Windows": how people tell their devices apart. */
export function describeUserAgent(userAgent: string): string {
  if (!userAgent) return "An unknown device";
  const { browser, os, platform } = Bowser.parse(userAgent);
  const system =
    os.name ?? (platform.vendor && platform.model ? `${platform.vendor} ${platform.model}` : null);
  if (!browser.name) return system ?? "An unknown device";
  return system ? `${browser.name} on ${system}` : browser.name;
}
