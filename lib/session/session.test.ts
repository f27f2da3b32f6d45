import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { getSession, requireCustomer } from "@/lib/session/session";
import {
  acknowledgeSessionEnd,
  sessionTokenSealer,
  sessionCookie,
  PRESENTED_TOKEN_HEADER,
} from "@/lib/session/cookie";
import { sessionDeps } from "@/lib/session/validate";
import { sealBackendToken } from "@/lib/session/backend-token";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";

const incoming = vi.hoisted(() => ({
  cookies: new Map<string, { value: string }>(),
  headers: new Headers(),
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => incoming.cookies.get(name),
    set: (name: string, value: string) => incoming.cookies.set(name, { value }),
  }),
  headers: async () => incoming.headers,
}));
vi.mock("next/server", () => ({ connection: async () => undefined }));
vi.mock("@/lib/session/validate", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  sessionDeps: {},
}));
vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));

const NOW = Date.now();
const TOKEN = `e30.${Buffer.from('{"exp":1900000000}').toString("base64url")}.c2ln`;
const sealToken = (generation: number) =>
  sessionTokenSealer.seal({ sid: fakeSession(NOW).id, generation, issuedAt: NOW });

const show = (text: string) => incoming.cookies.set(sessionCookie().name, { value: text });

async function setUp(columns: Parameters<typeof fakeSession>[1] = {}) {
  const { medusaToken } = await sealBackendToken(TOKEN);
  const { row, store, changes } = fakeStore(fakeSession(NOW, { generation: 4, medusaToken, ...columns }));
  const limits = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };
  const find = vi.fn(store.find);
  Object.assign(sessionDeps, { store: { ...store, find }, clock: () => ({ now: NOW, ...limits }) });
  return { row, changes, find };
}

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef");
  vi.spyOn(console, "error").mockImplementation(() => {});
  incoming.cookies.clear();
  incoming.headers = new Headers();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("getSession", () => {
  it.each(["", "garbage", "x".repeat(9_000)])(
    "is a guest's for the cookie %j, without a query",
    async (cookie) => {
      const { find } = await setUp();
      show(cookie);
      expect(await getSession()).toEqual({ status: "guest" });
      expect(find).not.toHaveBeenCalled();
    },
  );

  it("is the customer's, for one query", async () => {
    const { find, changes } = await setUp();
    show(await sealToken(4));
    const session = { id: fakeSession(NOW).id, customerId: "cus_1", backendToken: TOKEN };
    expect(await getSession()).toEqual({ status: "signed-in", session });
    expect(find).toHaveBeenCalledOnce();
    expect(changes).toEqual([]);
  });

  it("confirms a new token that the browser shows, not one that it has yet to receive", async () => {
    const { changes } = await setUp();
    show(await sealToken(5));
    incoming.headers.set(PRESENTED_TOKEN_HEADER, await sealToken(4));
    expect((await getSession()).status).toBe("signed-in");
    expect(changes).toEqual([]);
    incoming.headers.delete(PRESENTED_TOKEN_HEADER);
    expect((await getSession()).status).toBe("signed-in");
    expect(changes).toEqual(["confirm 5"]);
  });

  it.each([
    ["idle", { medusaTokenExpiresAt: new Date(NOW) }],
    ["expired", { expiresAt: new Date(NOW) }],
    ["password-changed", { revokedAt: new Date(NOW), revokedReason: "password-changed" }],
    ["expired", { id: "0b8b2d3c-55d7-4a2a-8d43-6a2f0f5f1e22" }],
    ["refused", { medusaToken: "sealed with a secret that is gone" }],
  ])("has ended: %s", async (reason, columns) => {
    await setUp(columns);
    show(await sealToken(4));
    expect(await getSession()).toEqual({ status: "ended", reason });
  });

  it("is a guest's once the end has been told, until another one is", async () => {
    await setUp({ revokedAt: new Date(NOW), revokedReason: "password-changed" });
    show(await sealToken(4));
    await acknowledgeSessionEnd();
    expect(await getSession()).toEqual({ status: "guest" });
    await setUp({ id: "0b8b2d3c-55d7-4a2a-8d43-6a2f0f5f1e22", expiresAt: new Date(NOW) });
    const sid = "0b8b2d3c-55d7-4a2a-8d43-6a2f0f5f1e22";
    show(await sessionTokenSealer.seal({ sid, generation: 4, issuedAt: NOW }));
    expect(await getSession()).toEqual({ status: "ended", reason: "expired" });
  });

  it("is a guest's again after signing out here", async () => {
    await setUp({ revokedAt: new Date(NOW), revokedReason: "signed-out" });
    show(await sealToken(4));
    expect(await getSession()).toEqual({ status: "guest" });
  });

  it("is not known while the database is away, which is never taken for signed out", async () => {
    const { find } = await setUp();
    find.mockRejectedValue(new Error("connect ECONNREFUSED"));
    show(await sealToken(4));
    expect(await getSession()).toEqual({ status: "unavailable" });
    await expect(requireCustomer()).rejects.toThrow(new AppError("unavailable"));
  });
});

describe("requireCustomer", () => {
  it("gives the session", async () => {
    await setUp();
    show(await sealToken(4));
    expect(await requireCustomer()).toMatchObject({ customerId: "cus_1" });
  });

  it("throws for guests and for who was signed out", async () => {
    await setUp({ expiresAt: new Date(NOW) });
    await expect(requireCustomer()).rejects.toThrow(new AppError("signed-out"));
    show(await sealToken(4));
    await expect(requireCustomer()).rejects.toThrow(new AppError("signed-out"));
  });
});
