import { expect, type BrowserContext } from "@playwright/test";
import type { Shopper } from "./shopper";

export const SESSION_COOKIE = "__Host-cloakroom-session";
export const YOUNG_COOKIE = "__Host-cloakroom-young";

/** Without the mark of a young ticket: a browser throws it away when the ticket is due. */
export async function readCookies(context: BrowserContext): Promise<string> {
  const cookies = (await context.cookies()).filter(({ name }) => name !== YOUNG_COOKIE);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Sends a request as a browser would that has this cookie and keeps nothing of the answer. */
export function ask(url: string, cookie: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
}

export function readTicket(answer: Response): string | undefined {
  return answer.headers.getSetCookie().find((text) => text.startsWith(`${SESSION_COOKIE}=`));
}

/** A browser's cookies, once its ticket is old enough to be exchanged. */
export async function waitUntilDue({ page }: Shopper, baseURL: string): Promise<string> {
  const cookie = await readCookies(page.context());
  await expect
    .poll(async () => readTicket(await ask(`${baseURL}/api/shopper`, cookie)), { message: "a new ticket" })
    .toBeDefined();
  return cookie;
}
