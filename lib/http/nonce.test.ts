import { readdirSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { forwardWithNonce } from "@/lib/http/nonce";

const request = (path: string, headers: Record<string, string> = {}) =>
  new NextRequest(`http://localhost:8000${path}`, { headers });

const policyOf = (path: string) => forwardWithNonce(request(path))().headers.get("content-security-policy");

/** The addresses of all pages that are rendered for each request, read off their sources. */
function listDynamicPages(): string[] {
  const folder = "app/[country]/(shop)";
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("page.tsx"))
    .filter((path) => readFileSync(`${folder}/${path}`, "utf8").includes("export const instant = false"))
    .map((path) => `/us/${path}`.replace("/page.tsx", "").replaceAll("[id]", "order_1"));
}

describe("a dynamic page", () => {
  it("is each page that is rendered for one request, and no other", () => {
    const pages = listDynamicPages();
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((path) => !policyOf(path)?.includes("script-src 'self' 'nonce-"))).toEqual([]);
    const others = [
      "/us",
      "/us/store",
      "/us/products/umbrella",
      "/us/account/nothing",
      "/us/cart/x",
      "/api/shopper",
    ];
    expect(others.filter((path) => policyOf(path) !== null)).toEqual([]);
  });

  it("has another nonce for each request, the same in the request and in the answer", () => {
    const one = request("/us/cart", { "content-security-policy": "script-src 'nonce-mine'" });
    const answer = forwardWithNonce(one)();
    expect(answer.headers.get("content-security-policy")).toBe(one.headers.get("content-security-policy"));
    expect(answer.headers.get("x-middleware-request-content-security-policy")).not.toContain("mine");
    expect(policyOf("/us/cart")).not.toBe(answer.headers.get("content-security-policy"));
  });
});
