import { expect, type BrowserContext } from "@playwright/test";
import type { Shopper } from "./shopper";

export const SESSION_COOKIE = "__Host-cloakroom-session";
export const FRESH_COOKIE = "__Host-cloakroom-young";

/** The browser's cookies as a request header, without the fresh cookie, which browsers drop when a refresh is due. */
export async function readCookieHeader(context: BrowserContext): Promise<string> {
  const cookies = (await context.cookies()).filter(({ name }) => name !== FRESH_COOKIE);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Sends a request with these cookies, and ignores cookies that the response sets. */
export function fetchWithCookie(url: string, cookie: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
}

export function readSetSessionCookie(response: Response): string | undefined {
  return response.headers.getSetCookie().find((text) => text.startsWith(`${SESSION_COOKIE}=`));
}

/**
 * Waits until the session token is due for a refresh.
 * @returns the browser's cookies, as a request header
 */
export async function waitUntilRefreshDue({ page }: Shopper, baseURL: string): Promise<string> {
  const cookie = await readCookieHeader(page.context());
  await expect
    .poll(async () => readSetSessionCookie(await fetchWithCookie(`${baseURL}/api/shopper`, cookie)), {
      message: "a new session token",
    })
    .toBeDefined();
  return cookie;
}
