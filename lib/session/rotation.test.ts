import { describe, expect, it } from "vitest";
import { confirmationsWith, decide, isDue, type Moment, type SessionRecord } from "@/lib/session/rotation";

const NOW = Date.UTC(2026, 10, 21, 12);
const SECOND = 1_000;
const LIMITS = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };
const moment: Moment = { now: NOW, ...LIMITS };
const ago = (seconds: number) => new Date(NOW - seconds * SECOND);

const living: SessionRecord = {
  generation: 5,
  confirmations: [ago(300)],
  medusaTokenExpiresAt: ago(-86_400),
  expiresAt: ago(-30 * 86_400),
  revokedAt: null,
  revokedReason: null,
};

const ticket = (generation: number, ageSeconds: number) => ({
  sid: "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11",
  generation,
  issuedAt: NOW - ageSeconds * SECOND,
});

const valid = (confirms: boolean, next: number | null) => ({ verdict: "valid", confirms, next });
const REPLAYED = { verdict: "replayed" };

describe("a ticket against its row", () => {
  it.each([
    ["current and young", ticket(5, 599.999), valid(false, null)],
    ["current and due", ticket(5, 600), valid(false, 6)],
    ["current and due for days, its answers being lost", ticket(5, 5 * 86_400), valid(false, 6)],
    ["shown for the first time", ticket(6, 1), valid(true, null)],
    ["shown for the first time when it is due itself", ticket(6, 600), valid(true, 7)],
    ["ahead of what was ever handed out", ticket(7, 1), REPLAYED],
  ])("%s", (_name, shown, decision) => {
    expect(decide(shown, living, moment)).toEqual(decision);
  });

  it.each([
    ["one behind, superseded just now", ticket(4, 700), [0], valid(false, 5)],
    ["one behind, superseded as long ago as the grace", ticket(4, 700), [60], valid(false, 5)],
    ["one behind, superseded longer ago", ticket(4, 700), [60.001], REPLAYED],
    ["two behind, both superseded within the grace", ticket(3, 9), [1, 59], valid(false, 5)],
    ["two behind, superseded longer ago", ticket(3, 9), [1, 61], REPLAYED],
    ["two behind, forgotten", ticket(3, 9), [1], REPLAYED],
  ])("%s", (...[, shown, secondsAgo, decision]) => {
    const record = { ...living, confirmations: secondsAgo.map(ago) };
    expect(decide(shown, record, moment)).toEqual(decision);
  });

  it("counts a confirmation that another instance's clock puts in the future as one just made", () => {
    const skewed = { ...living, confirmations: [ago(-2)] };
    expect(decide(ticket(4, 700), skewed, moment)).toEqual(valid(false, 5));
    expect(decide(ticket(3, 700), skewed, moment)).toEqual(REPLAYED);
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
  ])("is %s for every ticket, however fresh", (reason, change) => {
    for (const generation of generations) {
      expect(decide(ticket(generation, 0), { ...living, ...change }, moment)).toEqual({
        verdict: "ended",
        reason,
      });
    }
  });

  it("lives to the last millisecond", () => {
    const soon = { expiresAt: new Date(NOW + 1), medusaTokenExpiresAt: new Date(NOW + 1) };
    expect(decide(ticket(5, 0), { ...living, ...soon }, moment)).toEqual(valid(false, null));
  });
});

describe("isDue", () => {
  it("needs nothing but the ticket", () => {
    expect(isDue(ticket(0, 599.999), moment)).toBe(false);
    expect(isDue(ticket(0, 600), moment)).toBe(true);
  });

  it("waits for a ticket from an instance whose clock is ahead", () => {
    expect(isDue(ticket(0, -5), moment)).toBe(false);
  });
});

describe("confirmationsWith", () => {
  it("keeps what still gives grace, newest first", () => {
    const record = { ...living, confirmations: [ago(2), ago(59), ago(61)] };
    expect(confirmationsWith(record, moment)).toEqual([ago(0), ago(2), ago(59)]);
  });

  it("stays as long as one entry at the usual pace", () => {
    expect(confirmationsWith({ ...living, confirmations: [ago(600)] }, moment)).toEqual([ago(0)]);
  });
});
