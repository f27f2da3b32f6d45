import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import type { SessionDeps } from "@/lib/session/validate";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";
import { refreshBackendToken } from "@/lib/session/refresh";

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const LIMITS = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 14 * 86_400 };
const fresh = { medusaToken: "sealed anew", medusaTokenExpiresAt: new Date(NOW + 14 * DAY) };

/** A session whose token has so many days left, and a backend that answers what the test says. */
function setUp(daysLeft: number, exchangeToken: SessionDeps["exchangeToken"] = async () => fresh) {
  const session = fakeSession(NOW, { medusaTokenExpiresAt: new Date(NOW + daysLeft * DAY) });
  const { row, store, changes } = fakeStore({ ...session });
  const exchange = vi.fn(exchangeToken);
  const sessionDeps: SessionDeps = { store, exchangeToken: exchange, clock: () => ({ now: NOW, ...LIMITS }) };
  return { session, row, changes, exchange, sessionDeps };
}

function failing(error: Error): SessionDeps["exchangeToken"] {
  return async () => {
    throw error;
  };
}

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

describe("refreshBackendToken", () => {
  it("leaves a token alone that has used less than a tenth of its life", async () => {
    const { session, sessionDeps, exchange, changes } = setUp(12.7);
    expect(await refreshBackendToken(session, sessionDeps)).toBe("kept");
    expect(exchange).not.toHaveBeenCalled();
    expect(changes).toEqual([]);
  });

  it("exchanges one that has used more", async () => {
    const { session, row, sessionDeps, exchange } = setUp(12.5);
    expect(await refreshBackendToken(session, sessionDeps)).toBe("renewed");
    expect(exchange).toHaveBeenCalledExactlyOnceWith("sealed");
    expect(row).toMatchObject({ ...fresh, tokenRenewalAt: null });
  });

  it("asks the backend once for a hundred requests at the same clock, and for those right after", async () => {
    const { session, sessionDeps, exchange } = setUp(5);
    const renew = () => refreshBackendToken(session, sessionDeps);
    const outcomes = await Promise.all(Array.from({ length: 100 }, renew));
    expect(outcomes.filter((outcome) => outcome === "renewed")).toHaveLength(1);
    expect(await renew()).toBe("kept");
    expect(exchange).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["the backend is away", new AppError("unavailable"), "unavailable"],
    ["the backend answers nonsense", new AppError("invalid"), "invalid"],
    ["anything unforeseen happens", new TypeError("fetch failed"), "unexpected"],
  ])("ends nothing when %s, and tries again next time", async (_name, error, reason) => {
    const { session, row, changes, sessionDeps, exchange } = setUp(5, failing(error));
    expect(await refreshBackendToken(session, sessionDeps)).toBe("failed");
    expect(row).toMatchObject({ medusaToken: "sealed", revokedAt: null, tokenRenewalAt: null });
    expect(changes).toEqual(["claim token", `keep token: ${reason}`]);
    await refreshBackendToken(session, sessionDeps);
    expect(exchange).toHaveBeenCalledTimes(2);
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining(reason), error);
  });

  it("ends the session when the backend refuses the token", async () => {
    const { session, row, sessionDeps } = setUp(5, failing(new AppError("signed-out")));
    expect(await refreshBackendToken(session, sessionDeps)).toBe("refused");
    expect(row).toMatchObject({ revokedAt: new Date(NOW), revokedReason: "refused" });
  });

  it("brings no session back that was revoked while the backend was answering", async () => {
    const { session, row, sessionDeps } = setUp(5, async () => {
      Object.assign(row, { revokedAt: new Date(NOW), revokedReason: "signed-out" });
      return fresh;
    });
    await refreshBackendToken(session, sessionDeps);
    expect(row).toMatchObject({ medusaToken: "sealed", revokedReason: "signed-out" });
  });

  it("logs no more of the session's id than tells sessions apart", async () => {
    const { session, sessionDeps } = setUp(5, failing(new AppError("unavailable")));
    await refreshBackendToken(session, sessionDeps);
    expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain(session.id);
  });
});
