import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readPresentedToken, sessionTokenSealer } from "@/lib/session/cookie";

const SID = "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11";
const OTHER_SID = "0b8b2d3c-55d7-4a2a-8d43-6a2f0f5f1e22";
const seal = (sid: string, generation: number) =>
  sessionTokenSealer.seal({ sid, generation, issuedAt: 1_000 });

beforeEach(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
afterEach(() => vi.unstubAllEnvs());

describe("the token that the browser showed", () => {
  it("is the cookie's", async () => {
    const text = await seal(SID, 4);
    expect(await readPresentedToken(text, null)).toEqual({
      token: { sid: SID, generation: 4, issuedAt: 1_000 },
      text,
    });
  });

  it("is the carried one when the middleware has replaced the cookie", async () => {
    const carried = await seal(SID, 4);
    expect((await readPresentedToken(await seal(SID, 5), carried))?.text).toBe(carried);
  });

  it.each([
    ["another session's", () => seal(OTHER_SID, 4)],
    ["a newer one", () => seal(SID, 6)],
    ["the same generation", () => seal(SID, 5)],
    ["garbage", async () => "garbage"],
    ["empty", async () => ""],
  ])("is the cookie's when what is carried is %s", async (_name, carry) => {
    const cookie = await seal(SID, 5);
    expect((await readPresentedToken(cookie, await carry()))?.text).toBe(cookie);
  });

  it("is none without a cookie, whatever is carried", async () => {
    expect(await readPresentedToken(undefined, await seal(SID, 4))).toBeNull();
    expect(await readPresentedToken("garbage", await seal(SID, 4))).toBeNull();
  });

  it("is none when its content is not a token's", async () => {
    for (const wrong of [{ sid: "1" }, { generation: -1 }, { generation: 0.5 }, { issuedAt: -1 }]) {
      const text = await sessionTokenSealer.seal({ sid: SID, generation: 1, issuedAt: 1, ...wrong });
      expect(await readPresentedToken(text, null)).toBeNull();
    }
  });

  it("fits easily into a cookie", async () => {
    expect((await seal(SID, 2_000_000_000)).length).toBeLessThan(600);
  });
});
