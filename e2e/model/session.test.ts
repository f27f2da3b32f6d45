import { describe, expect, it } from "vitest";
import { SessionModel } from "./session";

const timing = (sentAt: number, answeredAt = sentAt + 10) => ({ sentAt, answeredAt });

describe("whom an answer may show", () => {
  it("is the owner while nobody has ended the session", () => {
    expect(new SessionModel(0, 60_000).expectedIdentity(timing(100))).toBe("customer");
  });

  it("is nobody for what was asked after the end was confirmed", () => {
    const session = new SessionModel(0, 60_000);
    session.confirmEnd(100);
    expect(session.expectedIdentity(timing(100))).toBe("guest");
    expect(session.hasEnded).toBe(true);
  });

  it("is either while the end is on its way, and for whatever was asked before", () => {
    const session = new SessionModel(0, 60_000);
    session.beginEnd(100);
    expect(session.expectedIdentity(timing(95))).toBe("either");
    expect(session.expectedIdentity(timing(120))).toBe("either");
    expect(session.expectedIdentity(timing(50, 90))).toBe("customer");
    session.confirmEnd(150);
    expect(session.expectedIdentity(timing(140, 200))).toBe("either");
  });

  it("is either when the session was left alone for so long that it may have ended by itself", () => {
    const session = new SessionModel(0, 60_000);
    session.lastUsedAt = 10_000;
    expect(session.expectedIdentity(timing(55_000))).toBe("customer");
    expect(session.expectedIdentity(timing(55_001))).toBe("either");
    expect([20_000, 25_000, 25_001].map((at) => session.isIdle(at))).toEqual([false, false, true]);
  });
});
