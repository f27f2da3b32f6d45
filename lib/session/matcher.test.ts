import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionCookie, freshCookie } from "@/lib/session/cookie";
import { MARKETS } from "@/lib/markets";
import { PAGES } from "@/lib/pages";
import { config } from "@/middleware";

const QUERIES: Record<string, string> = {
  checkout: "?step=review",
  login: "?next=/us/cart",
  search: "?q=umbrella",
};

const DYNAMIC = PAGES.filter(({ isDynamic }) => isDynamic).map(
  ({ path }) => `/${path.replace("[id]", "order_1").replace("[handle]", "hats")}${QUERIES[path] ?? ""}`,
);

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

  it.each(["/", "/us", "/us/products/umbrella", "/us/store?page=2", "/api/shopper"])(
    "runs for %s with a session's cookie, and never for guests",
    (path) => {
      expect(matches(path, { cookies: cookies() })).toBe(true);
      expect(matches(path)).toBe(false);
      expect(matches(path, { cookies: { cart: "1", shopper: "1" } })).toBe(false);
    },
  );

  it.each(DYNAMIC)("runs for the document %s, whoever asks, and for nothing else of it", (path) => {
    const fresh = { [freshCookie().name]: "1" };
    expect(MARKETS.filter(({ country }) => !matches(`/${country}${path}`))).toEqual([]);
    expect(matches(`/us${path}`, { cookies: { ...cookies(), ...fresh } })).toBe(true);
    const others = ["rsc", "next-action", "next-router-prefetch"];
    expect(others.filter((header) => matches(`/us${path}`, { headers: { [header]: "1" } }))).toEqual([]);
    // Another country has no pages: what is answered there is a static page, whose scripts have no nonce.
    expect(matches(`/xx${path}`)).toBe(false);
    expect(matches(`/us${path.split("?")[0]}/x/nothing`)).toBe(false);
  });

  it.each([
    "/_next/static/chunks/main.js",
    "/_next/image?url=x",
    "/favicon.ico",
    "/editorial/hero.webp",
    "/robots.txt",
  ])("leaves %s alone", (path) => expect(matches(path, { cookies: cookies() })).toBe(false));

  it("leaves a shopper alone whose token is fresh, and nobody who only says so", () => {
    const session = cookies();
    const fresh = { [freshCookie().name]: "1" };
    expect(matches("/us/store", { cookies: { ...session, ...fresh } })).toBe(false);
    expect(matches("/us/store", { cookies: fresh })).toBe(false);
  });

  it("leaves prefetches alone", () => {
    expect(matches("/us", { cookies: cookies(), headers: { "next-router-prefetch": "1" } })).toBe(false);
  });
});

it("runs on Node: the edge has neither the database nor node:crypto", () => {
  expect(config.runtime).toBe("nodejs");
});
