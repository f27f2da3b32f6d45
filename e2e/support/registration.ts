import type { Page } from "@playwright/test";
import type { Identity } from "./identity";
import { SESSION_COOKIE } from "./session-cookies";

/** A response of the shop that is quick to display. */
const STATIC_FILE = "/robots.txt";

/**
 * Registers an account by posting the shop's form without rendering it. The browser is signed in afterwards, with no
 * page of the shop open.
 * @throws Error when no session is started
 */
export async function postRegistration(page: Page, identity: Identity): Promise<void> {
  const { firstName, lastName, email, password } = identity;
  await page.goto(STATIC_FILE);
  await page.evaluate(
    async ([path, typed]) => {
      const html = await (await fetch(path)).text();
      const form = new DOMParser()
        .parseFromString(html, "text/html")
        .querySelector("form:has([type=password])");
      const body = new FormData(form as HTMLFormElement);
      for (const [name, text] of Object.entries(typed)) body.set(name, text);
      await fetch(path, { method: "POST", body, redirect: "manual" });
    },
    ["/us/register", { firstName, lastName, email, password }] as const,
  );
  const cookies = await page.context().cookies();
  if (!cookies.some(({ name }) => name === SESSION_COOKIE))
    throw new Error(`${email} has not been registered.`);
}
