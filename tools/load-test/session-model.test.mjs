// @ts-check
import { describe, expect, it } from "vitest";
import { SessionModel } from "./session-model.mjs";

/** @param {number} sentAt @param {number} [answeredAt] */
const span = (sentAt, answeredAt = sentAt + 10) => ({ sentAt, answeredAt });

describe("whom an answer may show", () => {
  it("is the owner while nobody has ended the session", () => {
    expect(new SessionModel(0, 60_000).viewerOf(span(100))).toBe("owner");
  });

  it("is nobody for what was asked after the end was confirmed", () => {
    const session = new SessionModel(0, 60_000);
    session.confirmEnd(100);
    expect(session.viewerOf(span(100))).toBe("nobody");
    expect(session.hasEnded).toBe(true);
  });

  it("is either while the end is on its way, and for whatever was asked before", () => {
    const session = new SessionModel(0, 60_000);
    session.beginEnd(100);
    expect(session.viewerOf(span(95))).toBe("either");
    expect(session.viewerOf(span(120))).toBe("either");
    expect(session.viewerOf(span(50, 90))).toBe("owner");
    session.confirmEnd(150);
    expect(session.viewerOf(span(140, 200))).toBe("either");
  });

  it("is either when the session was left alone for so long that it may have ended by itself", () => {
    const session = new SessionModel(0, 60_000);
    session.lastUsedAt = 10_000;
    expect(session.viewerOf(span(55_000))).toBe("owner");
    expect(session.viewerOf(span(55_001))).toBe("either");
    expect([20_000, 25_000, 25_001].map((at) => session.isCooling(at))).toEqual([false, false, true]);
  });
});
