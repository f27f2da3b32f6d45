import { confirmationsWith } from "@/lib/session/rotation";
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

/** One row in memory, under the same conditions as in the database; `pause` comes before each look or change. */
export function fakeStore(row: Session, pause: () => Promise<void> = async () => {}) {
  const changes: string[] = [];

  async function change(isExpected: () => boolean, name: string, data: () => Partial<Session>) {
    await pause();
    if (row.revokedAt || !isExpected()) return false;
    Object.assign(row, data());
    changes.push(name);
    return true;
  }

  const store: SessionStore = {
    async find(id) {
      await pause();
      return id === row.id ? { ...row } : null;
    },
    confirm: (seen, moment) =>
      change(
        () => row.generation === seen.generation,
        `confirm ${seen.generation + 1}`,
        () => ({ generation: seen.generation + 1, confirmations: confirmationsWith(seen, moment) }),
      ),
    revoke: (_seen, { reason }, now) =>
      change(
        () => true,
        `revoke ${reason}`,
        () => ({ revokedAt: new Date(now), revokedReason: reason }),
      ),
    claimToken: (seen, now) =>
      change(
        () =>
          !row.tokenRenewalAt && row.medusaTokenExpiresAt.getTime() === seen.medusaTokenExpiresAt.getTime(),
        "claim token",
        () => ({ tokenRenewalAt: new Date(now) }),
      ),
    replaceToken: (_seen, token) =>
      change(
        () => true,
        "replace token",
        () => ({ ...token, tokenRenewalAt: null }),
      ),
    keepToken: (_seen, reason) =>
      change(
        () => true,
        `keep token: ${reason}`,
        () => ({ tokenRenewalAt: null }),
      ),
  };
  return { row, store, changes };
}
