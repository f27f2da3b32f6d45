import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { exchangeBackendToken, unsealBackendToken, sealBackendToken } from "@/lib/session/backend-token";

vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
const OLD = jwt({ actor_id: "cus_1", exp: 1_800_000_000 });
const NEW = jwt({ actor_id: "cus_1", exp: 1_900_000_000 });

beforeEach(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
afterEach(() => vi.unstubAllEnvs());

const refusal = (status: number) =>
  new AppError("invalid", { cause: Object.assign(new Error(), { status }) });

describe("a Medusa token", () => {
  it("is stored sealed, with its end", async () => {
    const { medusaToken, medusaTokenExpiresAt } = await sealBackendToken(OLD);
    expect(medusaToken).not.toContain(OLD);
    expect(medusaTokenExpiresAt).toEqual(new Date(1_800_000_000_000));
    expect(await unsealBackendToken(medusaToken)).toBe(OLD);
  });

  it("opens no more when its secret has left the ring", async () => {
    const { medusaToken } = await sealBackendToken(OLD);
    vi.stubEnv("AUTH_SECRET", "another-secret-0123456789-0123456789");
    await expect(unsealBackendToken(medusaToken)).rejects.toThrow(new AppError("signed-out"));
  });

  it("is not stored when it says nothing of its end", async () => {
    for (const text of ["", "opaque", jwt({}), jwt({ exp: "soon" })])
      await expect(sealBackendToken(text)).rejects.toBeInstanceOf(Error);
  });

  it("is exchanged in its own name", async () => {
    vi.mocked(callAs).mockResolvedValueOnce({ token: NEW });
    const { medusaToken, medusaTokenExpiresAt } = await exchangeBackendToken(
      (await sealBackendToken(OLD)).medusaToken,
    );
    expect(await unsealBackendToken(medusaToken)).toBe(NEW);
    expect(medusaTokenExpiresAt).toEqual(new Date(1_900_000_000_000));
    const identity = { authorization: `Bearer ${OLD}` };
    expect(callAs).toHaveBeenCalledExactlyOnceWith(identity, "/auth/token/refresh", { method: "POST" });
  });

  it.each([
    ["refused for good", refusal(401), "signed-out"],
    ["refused otherwise", refusal(403), "invalid"],
    ["not answered", new AppError("unavailable", { cause: new TypeError("fetch failed") }), "unavailable"],
  ])("%s: the exchange fails as such", async (_name, error, code) => {
    vi.mocked(callAs).mockRejectedValueOnce(error);
    const { medusaToken } = await sealBackendToken(OLD);
    await expect(exchangeBackendToken(medusaToken)).rejects.toMatchObject({ code });
  });
});
