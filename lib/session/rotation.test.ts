import { describe, expect, it } from "vitest";
import {
  confirmationsAfter,
  evaluateToken,
  isRotationDue,
  type SessionClock,
  type SessionRecord,
} from "@/lib/session/rotation";

const NOW = Date.UTC(2026, 10, 21, 12);
const SECOND = 1_000;
const LIMITS = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };
const clock: SessionClock = { now: NOW, ...LIMITS };
const ago = (seconds: number) => new Date(NOW - seconds * SECOND);

const living: SessionRecord = {
  generation: 5,
  confirmations: [ago(300)],
  medusaTokenExpiresAt: ago(-86_400),
  expiresAt: ago(-30 * 86_400),
  revokedAt: null,
  revokedReason: null,
};

const token = (generation: number, ageSeconds: number) => ({
  sid: "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11",
  generation,
  issuedAt: NOW - ageSeconds * SECOND,
});

const valid = (isFirstUse: boolean, next: number | null) => ({ verdict: "valid", isFirstUse, next });
const REPLAYED = { verdict: "replayed" };

describe("a token against its row", () => {
  it.each([
    ["current and fresh", token(5, 599.999), valid(false, null)],
    ["current and due", token(5, 600), valid(false, 6)],
    ["current and due for days, its answers being lost", token(5, 5 * 86_400), valid(false, 6)],
    ["presented for the first time", token(6, 1), valid(true, null)],
    ["presented for the first time when it is due itself", token(6, 600), valid(true, 7)],
    ["ahead of what was ever handed out", token(7, 1), REPLAYED],
  ])("%s", (_name, presented, evaluation) => {
    expect(evaluateToken(presented, living, clock)).toEqual(evaluation);
  });

  it.each([
    ["one behind, superseded just now", token(4, 700), [0], valid(false, 5)],
    ["one behind, superseded as long ago as the grace", token(4, 700), [60], valid(false, 5)],
    ["one behind, superseded longer ago", token(4, 700), [60.001], REPLAYED],
    ["two behind, both superseded within the grace", token(3, 9), [1, 59], valid(false, 5)],
    ["two behind, superseded longer ago", token(3, 9), [1, 61], REPLAYED],
    ["two behind, forgotten", token(3, 9), [1], REPLAYED],
  ])("%s", (...[, presented, secondsAgo, evaluation]) => {
    const record = { ...living, confirmations: secondsAgo.map(ago) };
    expect(evaluateToken(presented, record, clock)).toEqual(evaluation);
  });

  it("counts a confirmation that another instance's clock puts in the future as one just made", () => {
    const skewed = { ...living, confirmations: [ago(-2)] };
    expect(evaluateToken(token(4, 700), skewed, clock)).toEqual(valid(false, 5));
    expect(evaluateToken(token(3, 700), skewed, clock)).toEqual(REPLAYED);
  });
});

describe("a session that has ended", () => {
  const generations = [3, 4, 5, 6, 7];
  it.each([
    ["signed-out", { revokedAt: ago(0), revokedReason: "signed-out" }],
    ["replayed", { revokedAt: ago(90), revokedReason: "replayed" }],
    ["refused", { revokedAt: ago(90), revokedReason: "a reason of a later version" }],
    ["expired", { expiresAt: ago(0) }],
    ["idle", { medusaTokenExpiresAt: ago(0) }],
    [
      "signed-out",
      { revokedAt: ago(0), revokedReason: "signed-out", expiresAt: ago(1), medusaTokenExpiresAt: ago(1) },
    ],
  ])("is %s for every token, however fresh", (reason, change) => {
    for (const generation of generations) {
      expect(evaluateToken(token(generation, 0), { ...living, ...change }, clock)).toEqual({
        verdict: "ended",
        reason,
      });
    }
  });

  it("lives to the last millisecond", () => {
    const soon = { expiresAt: new Date(NOW + 1), medusaTokenExpiresAt: new Date(NOW + 1) };
    expect(evaluateToken(token(5, 0), { ...living, ...soon }, clock)).toEqual(valid(false, null));
  });
});

describe("isRotationDue", () => {
  it("needs nothing but the token", () => {
    expect(isRotationDue(token(0, 599.999), clock)).toBe(false);
    expect(isRotationDue(token(0, 600), clock)).toBe(true);
  });

  it("waits for a token from an instance whose clock is ahead", () => {
    expect(isRotationDue(token(0, -5), clock)).toBe(false);
  });
});

describe("confirmationsAfter", () => {
  it("keeps what still gives grace, newest first", () => {
    const record = { ...living, confirmations: [ago(2), ago(59), ago(61)] };
    expect(confirmationsAfter(record, clock)).toEqual([ago(0), ago(2), ago(59)]);
  });

  it("stays as long as one entry at the usual pace", () => {
    expect(confirmationsAfter({ ...living, confirmations: [ago(600)] }, clock)).toEqual([ago(0)]);
  });
});
