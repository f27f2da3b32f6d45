import type { Page } from "@playwright/test";
import type { Identity } from "./identity";
import { SESSION_COOKIE } from "./session-cookies";

/** An answer of the shop that costs a browser nothing to show. */
const STATIC_FILE = "/robots.txt";

/**
 * Makes an account by the shop's own form, as a browser without script posts it, but without drawing the form or the
 * account. The browser is signed in then, and is on no page of the shop.
 * @throws when the shop does not open a session
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
