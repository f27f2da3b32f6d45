import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { forwardWithNonce } from "@/lib/http/nonce";
import { PAGES } from "@/lib/pages";

const request = (path: string, headers: Record<string, string> = {}) =>
  new NextRequest(`http://localhost:8000${path}`, { headers });

const policyOf = (path: string) => forwardWithNonce(request(path))().headers.get("content-security-policy");

afterEach(() => vi.unstubAllEnvs());

describe("a dynamic page", () => {
  it("is each page that is rendered for one request, and no other", () => {
    const hasNonce = (path: string) => policyOf(path)?.includes("script-src 'self' 'nonce-") ?? false;
    const toPath = (path: string) => `/us/${path}`.replace(/\[\w+\]/, "order_1").replace(/\/$/, "");
    expect(PAGES.filter(({ path }) => hasNonce(toPath(path)))).toEqual(
      PAGES.filter((page) => page.isDynamic),
    );
    const others = ["/us/account/nothing", "/us/cart/x", "/api/shopper"];
    expect(others.filter((path) => policyOf(path) !== null)).toEqual([]);
  });

  it("has another nonce for each request, the same in the request and in the answer", () => {
    const one = request("/us/cart", { "content-security-policy": "script-src 'nonce-mine'" });
    const answer = forwardWithNonce(one)();
    expect(answer.headers.get("content-security-policy")).toBe(one.headers.get("content-security-policy"));
    expect(answer.headers.get("x-middleware-request-content-security-policy")).not.toContain("mine");
    expect(policyOf("/us/cart")).not.toBe(answer.headers.get("content-security-policy"));
  });

  it("may lead its forms to a payment provider at the checkout only, and where there is one", () => {
    const formAction = (path: string) => /form-action ([^;]*)/.exec(policyOf(path) ?? "")?.[1];
    vi.stubEnv("DEMO_BANK_URL", "http://127.0.0.1:8400/pay");
    expect(formAction("/us/checkout")).toBe("'self' http://127.0.0.1:8400");
    const others = PAGES.filter(({ path, isDynamic }) => isDynamic && path !== "checkout");
    const paths = others.map(({ path }) => `/us/${path}`.replace(/\[\w+\]/, "order_1"));
    expect(paths.filter((path) => formAction(path) !== "'self'")).toEqual([]);
    vi.stubEnv("DEMO_BANK_URL", "");
    expect(formAction("/us/checkout")).toBe("'self'");
  });
});
