import { confirmationsAfter } from "@/lib/session/rotation";
import type { SessionStore } from "@/lib/session/store";
import type { Session } from "@/prisma/generated/client";

const DAY = 86_400_000;

/** A session opened at `now`, by a customer who will not be heard of elsewhere. */
export function fakeSession(now: number, columns: Partial<Session> = {}): Session {
  return {
    id: "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11",
    customerId: "cus_1",
    generation: 0,
    confirmations: [],
    medusaToken: "sealed",
    medusaTokenExpiresAt: new Date(now + 80 * DAY),
    tokenRenewalAt: null,
    userAgent: "Browser/1",
    addressHash: null,
    createdAt: new Date(now),
    lastSeenAt: new Date(now),
    expiresAt: new Date(now + 90 * DAY),
    revokedAt: null,
    revokedReason: null,
    ...columns,
  };
}

/** Changes the row unless it has ended or is not as expected; tells which change it was. */
type Change = (name: string, data: () => Partial<Session>, isExpected?: () => boolean) => Promise<boolean>;

/** One row in memory, under the same conditions as in the database; `pause` comes before each look or change. */
export function fakeStore(row: Session, pause: () => Promise<void> = async () => {}) {
  const changes: string[] = [];
  const change: Change = async (name, data, isExpected = () => true) => {
    await pause();
    if (row.revokedAt || !isExpected()) return false;
    Object.assign(row, data());
    changes.push(name);
    return true;
  };
  const find: SessionStore["find"] = async (id) => {
    await pause();
    return id === row.id ? { ...row } : null;
  };
  return { row, changes, store: { find, ...sessionChanges(row, change), ...tokenChanges(row, change) } };
}

function sessionChanges(row: Session, change: Change): Pick<SessionStore, "confirm" | "revoke"> {
  return {
    confirm(seen, clock) {
      const generation = seen.generation + 1;
      const confirmed = () => ({ generation, confirmations: confirmationsAfter(seen, clock) });
      return change(`confirm ${generation}`, confirmed, () => row.generation === seen.generation);
    },
    revoke: (_seen, { reason }, now) =>
      change(`revoke ${reason}`, () => ({ revokedAt: new Date(now), revokedReason: reason })),
  };
}

function tokenChanges(row: Session, change: Change): Omit<SessionStore, "find" | "confirm" | "revoke"> {
  return {
    claimRefresh(seen, now) {
      const isSameToken = () => row.medusaTokenExpiresAt.getTime() === seen.medusaTokenExpiresAt.getTime();
      const isFree = () => row.tokenRenewalAt === null && isSameToken();
      return change("claim token", () => ({ tokenRenewalAt: new Date(now) }), isFree);
    },
    replaceToken: (_seen, token) => change("replace token", () => ({ ...token, tokenRenewalAt: null })),
    releaseRefresh: (_seen, reason) => change(`keep token: ${reason}`, () => ({ tokenRenewalAt: null })),
  };
}
