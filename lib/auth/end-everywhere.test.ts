import { beforeEach, expect, it, vi } from "vitest";
import { endEverywhere } from "@/lib/auth/end-everywhere";
import { AppError } from "@/lib/errors";

const steps = vi.hoisted((): string[] => []);
const transaction = vi.hoisted(() => vi.fn());
vi.mock("@/lib/db", () => ({ database: () => ({ $transaction: transaction }) }));
vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));
vi.mock("@/lib/session", () => ({ requireCustomer: vi.fn() }));
vi.mock("@/lib/auth/sign-in", () => ({
  enter: async (token: string) => void steps.push(`enter with ${token.split(".")[0]}`),
}));
vi.mock("@/lib/session/store", () => ({
  sessionStore: {
    revokeAll: async (_db: unknown, what: { customerId: string; reason: string }) =>
      void steps.push(`revoke ${what.customerId}: ${what.reason}`),
  },
}));

const claims = Buffer.from(JSON.stringify({ actor_id: "cus_1", exp: 2_000_000_000 })).toString("base64url");
const FRESH = `fresh.${claims}.signature`;
const stamp = async () => {
  steps.push("stamp");
  return FRESH;
};

beforeEach(() => {
  steps.length = 0;
  transaction.mockReset().mockImplementation(async (work: (db: unknown) => Promise<unknown>) => {
    steps.push("begin");
    const result = await work({});
    steps.push("commit");
    return result;
  });
});

it("stamps the backend before the rows, both inside one transaction, and enters after it", async () => {
  await endEverywhere("password-changed", stamp);
  expect(steps).toEqual(["begin", "stamp", "revoke cus_1: password-changed", "commit", "enter with fresh"]);
});

it("does nothing when the database is away", async () => {
  transaction.mockRejectedValue(new Error("no connection"));
  await expect(endEverywhere("password-changed", stamp)).rejects.toMatchObject({ code: "unavailable" });
  expect(steps).toEqual([]);
});

it("ends nothing and enters nowhere when the backend refuses, and says its reason", async () => {
  const refusal = new AppError("invalid", { fields: { currentPassword: "Wrong." } });
  await expect(endEverywhere("password-changed", () => Promise.reject(refusal))).rejects.toBe(refusal);
  expect(steps).toEqual(["begin"]);
});

it("enters nowhere when the rows could not be revoked: the stamp has ended the old tokens", async () => {
  transaction.mockImplementation(async (work: (db: unknown) => Promise<unknown>) => {
    await work({});
    throw new Error("connection lost at commit");
  });
  await expect(endEverywhere("password-reset", stamp)).rejects.toMatchObject({ code: "unavailable" });
  expect(steps).toEqual(["stamp", "revoke cus_1: password-reset"]);
});
