import { expect, type BrowserContext } from "@playwright/test";
import type { Shopper } from "./shopper";

export const SESSION_COOKIE = "__Host-cloakroom-session";
export const FRESH_COOKIE = "__Host-cloakroom-young";

/** Without the mark of a young ticket: a browser throws it away when the ticket is due. */
export async function readCookieHeader(context: BrowserContext): Promise<string> {
  const cookies = (await context.cookies()).filter(({ name }) => name !== FRESH_COOKIE);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Sends a request as a browser would that has this cookie and keeps nothing of the answer. */
export function fetchWithCookie(url: string, cookie: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
}

export function readSetSessionCookie(response: Response): string | undefined {
  return response.headers.getSetCookie().find((text) => text.startsWith(`${SESSION_COOKIE}=`));
}

/** A browser's cookies, once its ticket is old enough to be exchanged. */
export async function waitUntilRefreshDue({ page }: Shopper, baseURL: string): Promise<string> {
  const cookie = await readCookieHeader(page.context());
  await expect
    .poll(async () => readSetSessionCookie(await fetchWithCookie(`${baseURL}/api/shopper`, cookie)), {
      message: "a new session token",
    })
    .toBeDefined();
  return cookie;
}
