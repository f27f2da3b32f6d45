import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db";
import { validateSession } from "@/lib/session/validate";
import type { SessionClock } from "@/lib/session/rotation";
import { sessionStore } from "@/lib/session/store";

const DAY = 86_400_000;
const now = Date.now();
const clock: SessionClock = { now, rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };
const crowd = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, act));

const open = () =>
  sessionStore.create(
    {
      customerId: "cus_1",
      userAgent: "Browser/1",
      ip: "203.0.113.9",
      medusaToken: "sealed",
      medusaTokenExpiresAt: new Date(now + 7 * DAY),
    },
    now,
  );

const listEvents = async (sessionId: string) => {
  const rows = await database().auditEvent.findMany({ where: { sessionId }, orderBy: { id: "asc" } });
  return rows.map(({ type, detail }) => ({ type, detail }));
};

beforeAll(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
afterAll(async () => {
  vi.unstubAllEnvs();
  await database().$disconnect();
});

describe("a session's row", () => {
  it("is a new one at each sign-in, with an absolute limit and no raw address", async () => {
    const [one, two] = [await open(), await open()];
    expect(one.id).not.toBe(two.id);
    expect(one).toMatchObject({ generation: 0, confirmations: [], expiresAt: new Date(now + 90 * DAY) });
    expect(JSON.stringify(one)).not.toContain("203.0.113.9");
    expect(await sessionStore.find(one.id)).toEqual(one);
    expect(await listEvents(one.id)).toEqual([{ type: "session.created", detail: {} }]);
  });

  it("moves to the next generation once, however many ask at the same clock", async () => {
    const session = await open();
    const outcomes = await crowd(() => sessionStore.confirm(session, clock));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const row = await sessionStore.find(session.id);
    expect(row).toMatchObject({ generation: 1, confirmations: [new Date(now)], lastSeenAt: new Date(now) });
    expect(await listEvents(session.id)).toContainEqual({
      type: "session.renewed",
      detail: { generation: 1 },
    });
    expect(await listEvents(session.id)).toHaveLength(2);
  });

  it("admits every one of many first uses of the next token", async () => {
    const { id } = await open();
    const sessionDeps = { store: sessionStore, clock: () => clock };
    const admissions = await crowd(() =>
      validateSession({ sid: id, generation: 1, issuedAt: now }, sessionDeps),
    );
    expect(new Set(admissions.map(({ status }) => status))).toEqual(new Set(["valid"]));
    expect(await sessionStore.find(id)).toMatchObject({ generation: 1 });
  });

  it("ends once, for its first reason, and is renewed no more", async () => {
    const session = await open();
    const outcomes = await crowd(() => sessionStore.revoke(session, { reason: "signed-out" }, now));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await sessionStore.revoke(session, { reason: "replayed", generation: 0 }, now)).toBe(false);
    expect(await sessionStore.confirm(session, clock)).toBe(false);
    expect(await sessionStore.claimRefresh(session, now)).toBe(false);
    const row = await sessionStore.find(session.id);
    expect(row).toMatchObject({ generation: 0, revokedReason: "signed-out", tokenRenewalAt: null });
    expect(await listEvents(session.id)).toHaveLength(2);
  });

  it("ends at a replay, which the audit log shows with both generations", async () => {
    const session = await open();
    const sessionDeps = { store: sessionStore, clock: () => clock };
    const late = { ...sessionDeps, clock: () => ({ ...clock, now: now + 61_000 }) };
    await validateSession({ sid: session.id, generation: 1, issuedAt: now }, sessionDeps);
    const ended = { status: "ended", reason: "replayed" };
    const replays = await crowd(() =>
      validateSession({ sid: session.id, generation: 0, issuedAt: now }, late),
    );
    expect(replays.every((replay) => JSON.stringify(replay) === JSON.stringify(ended))).toBe(true);
    expect(await validateSession({ sid: session.id, generation: 1, issuedAt: now }, late)).toEqual(ended);
    const replayed = { type: "session.replayed", detail: { generation: 0, current: 1 } };
    expect((await listEvents(session.id)).filter(({ type }) => type === "session.replayed")).toEqual([
      replayed,
    ]);
  });
});

describe("all sessions of a customer", () => {
  const end = (customerId: string, except?: string) =>
    sessionStore.revokeAll({ customerId, reason: "password-changed", ...(except ? { except } : {}) });
  const openAs = async (customerId: string) => {
    const session = await open();
    return database().session.update({ where: { id: session.id }, data: { customerId } });
  };

  it("end together, each with its line in the log, and nobody else's", async () => {
    const customerId = `cus_${crypto.randomUUID()}`;
    const [one, two, another] = [await openAs(customerId), await openAs(customerId), await open()];
    await end(customerId);
    for (const { id } of [one, two]) {
      expect(await sessionStore.find(id)).toMatchObject({ revokedReason: "password-changed" });
      const revoked = { type: "session.revoked", detail: { reason: "password-changed" } };
      expect(await listEvents(id)).toContainEqual(revoked);
    }
    expect(await sessionStore.find(another.id)).toMatchObject({ revokedAt: null });
  });

  it("end but for one", async () => {
    const customerId = `cus_${crypto.randomUUID()}`;
    const [one, two] = [await openAs(customerId), await openAs(customerId)];
    await end(customerId, one.id);
    expect(await sessionStore.find(one.id)).toMatchObject({ revokedAt: null });
    expect(await sessionStore.find(two.id)).toMatchObject({ revokedReason: "password-changed" });
  });
});

it("more sessions of a customer than a household has devices: those unused the longest end, and are told why", async () => {
  const customerId = `cus_${crypto.randomUUID()}`;
  const openFor = () =>
    sessionStore.create(
      {
        customerId,
        userAgent: "",
        ip: null,
        medusaToken: "",
        medusaTokenExpiresAt: new Date(now + 7 * DAY),
      },
      now,
    );
  const first = await openFor();
  const second = await openFor();
  await database().session.update({ where: { id: first.id }, data: { lastSeenAt: new Date(now + DAY) } });
  await Promise.all(Array.from({ length: 19 }, openFor));
  const living = await database().session.count({ where: { customerId, revokedAt: null } });
  expect(living).toBe(20);
  expect(await sessionStore.find(first.id)).toMatchObject({ revokedAt: null });
  expect(await sessionStore.find(second.id)).toMatchObject({ revokedReason: "too-many-devices" });
  const sessionDeps = { store: sessionStore, clock: () => clock };
  const token = { sid: second.id, generation: 0, issuedAt: now };
  expect(await validateSession(token, sessionDeps)).toEqual({ status: "ended", reason: "too-many-devices" });
  const revoked = { type: "session.revoked", detail: { reason: "too-many-devices" } };
  expect(await listEvents(second.id)).toContainEqual(revoked);
});

describe("the rotation of its token", () => {
  const fresh = { medusaToken: "sealed anew", medusaTokenExpiresAt: new Date(now + 14 * DAY) };

  it("is one request's, until that request dies", async () => {
    const session = await open();
    const outcomes = await crowd(() => sessionStore.claimRefresh(session, now));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await sessionStore.claimRefresh(session, now + 14_000)).toBe(false);
    expect(await sessionStore.claimRefresh(session, now + 16_000)).toBe(true);
  });

  it("is not begun again by a request that read the row before", async () => {
    const session = await open();
    await sessionStore.claimRefresh(session, now);
    expect(await sessionStore.replaceToken(session, fresh)).toBe(true);
    expect(await sessionStore.find(session.id)).toMatchObject({ ...fresh, tokenRenewalAt: null });
    expect(await sessionStore.claimRefresh(session, now)).toBe(false);
  });

  it("changes nothing when it cannot be recorded", async () => {
    const session = await open();
    await sessionStore.claimRefresh(session, now);
    // PostgreSQL's jsonb holds no NUL.
    await expect(sessionStore.releaseRefresh(session, "\u0000")).rejects.toThrow("Unicode");
    expect(await sessionStore.find(session.id)).toMatchObject({ tokenRenewalAt: new Date(now) });
  });
});
