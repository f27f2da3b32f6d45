import { afterEach, describe, expect, it, vi } from "vitest";
import { hostCookie } from "@/lib/http/cookies";

afterEach(() => vi.unstubAllEnvs());

describe("hostCookie", () => {
  it.each([
    ["production", "http://localhost:8000", true],
    ["production", "https://shop.example", true],
    ["development", "https://shop.example", true],
    ["development", "http://localhost:8000", false],
  ])("in %s at %s: secure is %s", (mode, url, secure) => {
    vi.stubEnv("NODE_ENV", mode);
    vi.stubEnv("STOREFRONT_URL", url);
    expect(hostCookie("ticket", 60)).toEqual({
      name: secure ? "__Host-ticket" : "ticket",
      options: { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: 60 },
    });
  });
});
