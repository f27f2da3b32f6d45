import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionCookie, youngCookie } from "@/lib/session/cookie";
import { config } from "@/middleware";

const matches = (
  path: string,
  request: { cookies?: Record<string, string>; headers?: Record<string, string> } = {},
) => doesMatch({ config, url: `http://localhost:8000${path}`, ...request });

afterEach(() => vi.unstubAllEnvs());

describe.each(["production", "development"])("the middleware in %s", (mode) => {
  const cookies = () => {
    vi.stubEnv("NODE_ENV", mode);
    return { [sessionCookie().name]: "sealed" };
  };

  it.each([
    "/",
    "/us",
    "/us/products/umbrella",
    "/us/account/orders?page=2",
    "/api/shopper",
    "/us/checkout?step=review",
  ])("runs for %s with a session's cookie, and never for guests", (path) => {
    expect(matches(path, { cookies: cookies() })).toBe(true);
    expect(matches(path)).toBe(false);
    expect(matches(path, { cookies: { cart: "1", shopper: "1" } })).toBe(false);
  });

  it.each([
    "/_next/static/chunks/main.js",
    "/_next/image?url=x",
    "/favicon.ico",
    "/editorial/hero.webp",
    "/robots.txt",
  ])("leaves %s alone", (path) => expect(matches(path, { cookies: cookies() })).toBe(false));

  it("leaves a shopper alone whose ticket is young, and nobody who only says so", () => {
    const session = cookies();
    const young = { [youngCookie().name]: "1" };
    expect(matches("/us/store", { cookies: { ...session, ...young } })).toBe(false);
    expect(matches("/us/store", { cookies: young })).toBe(false);
  });

  it("leaves prefetches alone", () => {
    expect(matches("/us", { cookies: cookies(), headers: { "next-router-prefetch": "1" } })).toBe(false);
  });
});

it("runs on Node: the edge has neither the database nor node:crypto", () => {
  expect(config.runtime).toBe("nodejs");
});
