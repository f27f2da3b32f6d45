import { beforeEach, expect, it, vi } from "vitest";
import { endEverywhere } from "@/lib/auth/end-everywhere";
import { AppError } from "@/lib/errors";

const steps = vi.hoisted((): string[] => []);
const reachDatabase = vi.hoisted(() => vi.fn());
const revokeAll = vi.hoisted(() => vi.fn());
vi.mock("@/lib/db", async (original) => ({ ...(await original<object>()), reachDatabase }));
vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));
vi.mock("@/lib/session/session", () => ({ requireCustomer: vi.fn() }));
vi.mock("@/lib/rate-limit", () => ({ countAgainst: vi.fn() }));
vi.mock("@/lib/auth/sign-in", () => ({
  enter: async (token: string) => void steps.push(`enter with ${token.split(".")[0]}`),
}));
vi.mock("@/lib/session/store", () => ({
  sessionStore: { revokeAll },
}));

const claims = Buffer.from(JSON.stringify({ actor_id: "cus_1", exp: 2_000_000_000 })).toString("base64url");
const FRESH = `fresh.${claims}.signature`;
const stamp = async () => {
  steps.push("stamp");
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

it("asks for the database, stamps the backend, ends the rows and only then enters", async () => {
  await endEverywhere("password-changed", stamp);
  expect(steps).toEqual(["reach", "stamp", "revoke cus_1: password-changed", "enter with fresh"]);
});

it("does nothing when the database is away", async () => {
  reachDatabase.mockRejectedValue(new AppError("unavailable"));
  await expect(endEverywhere("password-changed", stamp)).rejects.toMatchObject({ code: "unavailable" });
  expect(steps).toEqual([]);
});

it("ends nothing and enters nowhere when the backend refuses, and says its reason", async () => {
  const refusal = new AppError("invalid", { fields: { currentPassword: "Wrong." } });
  await expect(endEverywhere("password-changed", () => Promise.reject(refusal))).rejects.toBe(refusal);
  expect(steps).toEqual(["reach"]);
});

it("enters nowhere when the rows could not be revoked: the stamp has ended the old tokens", async () => {
  revokeAll.mockRejectedValue(new Error("connection lost at commit"));
  await expect(endEverywhere("password-reset", stamp)).rejects.toMatchObject({ code: "unavailable" });
  expect(steps).toEqual(["reach", "stamp"]);
});
