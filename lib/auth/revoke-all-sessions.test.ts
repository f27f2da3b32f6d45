import { beforeEach, expect, it, vi } from "vitest";
import { revokeAllSessions } from "@/lib/auth/revoke-all-sessions";
import { AppError } from "@/lib/errors";

const steps = vi.hoisted((): string[] => []);
const reachDatabase = vi.hoisted(() => vi.fn());
const revokeAll = vi.hoisted(() => vi.fn());
vi.mock("@/lib/db", async (original) => ({ ...(await original<object>()), reachDatabase }));
vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));
vi.mock("@/lib/session/session", () => ({ requireCustomer: vi.fn() }));
vi.mock("@/lib/rate-limit", () => ({ countAgainst: vi.fn() }));
vi.mock("@/lib/auth/sign-in", () => ({
  startSession: async (token: string) => void steps.push(`start with ${token.split(".")[0]}`),
}));
vi.mock("@/lib/session/store", () => ({
  sessionStore: { revokeAll },
}));

const claims = Buffer.from(JSON.stringify({ actor_id: "cus_1", exp: 2_000_000_000 })).toString("base64url");
const FRESH = `fresh.${claims}.signature`;
const revokeBackendTokens = async () => {
  steps.push("tokens");
  return FRESH;
};

beforeEach(() => {
  steps.length = 0;
  reachDatabase.mockReset().mockImplementation(async () => void steps.push("reach"));
  revokeAll
    .mockReset()
    .mockImplementation(
      async (what: { customerId: string; reason: string }) =>
        void steps.push(`revoke ${what.customerId}: ${what.reason}`),
    );
});

it("asks for the database, revokes the backend tokens, then the rows, and only then starts a session", async () => {
  await revokeAllSessions("password-changed", revokeBackendTokens);
  expect(steps).toEqual(["reach", "tokens", "revoke cus_1: password-changed", "start with fresh"]);
});

it("does nothing when the database is away", async () => {
  reachDatabase.mockRejectedValue(new AppError("unavailable"));
  await expect(revokeAllSessions("password-changed", revokeBackendTokens)).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(steps).toEqual([]);
});

it("ends nothing and starts no session when the backend refuses, and says its reason", async () => {
  const refusal = new AppError("invalid", { fields: { currentPassword: "Wrong." } });
  await expect(revokeAllSessions("password-changed", () => Promise.reject(refusal))).rejects.toBe(refusal);
  expect(steps).toEqual(["reach"]);
});

it("starts no session when the rows could not be revoked: the old tokens are refused by then", async () => {
  revokeAll.mockRejectedValue(new Error("connection lost at commit"));
  await expect(revokeAllSessions("password-reset", revokeBackendTokens)).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(steps).toEqual(["reach", "tokens"]);
});
