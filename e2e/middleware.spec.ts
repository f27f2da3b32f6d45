import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { readGeneration } from "./support/storefront-db";
import {
  fetchWithCookie,
  readCookieHeader,
  readSetSessionCookie,
  SESSION_COOKIE,
  waitUntilRefreshDue,
  FRESH_COOKIE,
} from "./support/session-cookies";

const ANSWERS: [kind: string, path: string, status: number][] = [
  ["a page of the shopper's own", "/us/account", 200],
  ["a page that is the same for everyone", "/us/store", 200],
  ["a rewritten page", "/us/store?page=2&sortBy=price_asc", 200],
  ["a page that is not there", "/us/products/nothing-of-that-name", 404],
  ["a route", "/api/shopper", 200],
];

test("Every kind of response carries the new session token, and no cache may keep it", async ({
  shopper,
  baseURL,
}) => {
  const ida = await shopper();
  const cookie = await waitUntilRefreshDue(ida, String(baseURL));
  for (const [kind, path, status] of ANSWERS) {
    const response = await fetchWithCookie(`${baseURL}${path}`, cookie);
    expect(response.status, kind).toBe(status);
    const sessionToken = readSetSessionCookie(response);
    expect(sessionToken, kind).toMatch(/; Path=\/; .*Secure; HttpOnly; SameSite=lax/i);
    expect(sessionToken, kind).not.toContain("Domain");
    expect(response.headers.get("cache-control"), kind).toContain("no-store");
  }
});

test("Pages and routes behind the middleware know the shopper in the very request that renews the session token, however often its response is lost", async ({
  shopper,
  baseURL,
  backend,
}) => {
  const ida = await shopper();
  const cookie = await waitUntilRefreshDue(ida, String(baseURL));
  const before = await readGeneration(await backend.getCustomerId(ida.identity.email));
  for (const attempt of [1, 2, 3]) {
    const page = await fetchWithCookie(`${baseURL}/us/account`, cookie);
    expect(await page.text(), `a page, ${attempt}`).toContain(ida.identity.email);
    const route = await fetchWithCookie(`${baseURL}/api/shopper`, cookie);
    expect(await route.json(), `a route, ${attempt}`).toMatchObject({
      customer: { firstName: ida.identity.firstName },
    });
  }
  // No new token was presented, so the session has not rotated and the browser's own token is still valid.
  expect(await readGeneration(await backend.getCustomerId(ida.identity.email))).toBe(before);
  await ida.openAccount();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`An action knows the shopper in the very request that renews the session token, and the redirect after it carries the new one, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      shopper,
    }) => {
      const ida = await shopper();
      const { page, context } = ida;
      await page.goto("/us/account/addresses?edit=new");
      if (javaScriptEnabled) {
        await ida.waitForHydration();
        // Waits for the page's own request, which could renew the token first.
        await expect(ida.accountLink).toHaveAccessibleName(/^Account of /);
      }
      await ida.fillAddress(AMERICAN);
      await waitUntilRefreshDue(ida, new URL(page.url()).origin);
      const before = await readCookieHeader(context);
      const responded = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Save address" }).click();
      const response = await responded;
      if (!javaScriptEnabled) expect(response.status()).toBe(303);
      expect(await response.headerValue("set-cookie")).toContain(`${SESSION_COOKIE}=`);
      await expect(
        page.getByText(ida.ownAddress(AMERICAN).stored.address_1 ?? "", { exact: true }),
      ).toBeVisible();
      expect(await readCookieHeader(context)).not.toBe(before);
    });
  });
}

test("A fresh session token is left unchanged until it is due: nothing is written, and no cookie is set", async ({
  shopper,
  baseURL,
}) => {
  const ida = await shopper();
  const url = `${baseURL}/us/account`;
  const due = await waitUntilRefreshDue(ida, String(baseURL));
  const renewal = await fetchWithCookie(url, due);
  const fresh = readSetSessionCookie(renewal)?.split(";")[0] ?? "";
  expect(fresh).not.toBe("");
  expect(renewal.headers.getSetCookie()).toContainEqual(
    expect.stringMatching(new RegExp(`^${FRESH_COOKIE}=1; Path=/; .*Max-Age=1; Secure; HttpOnly`, "i")),
  );
  const response = await fetchWithCookie(url, fresh);
  expect(readSetSessionCookie(response)).toBeUndefined();
  expect(await response.text()).toContain(ida.identity.email);
  // A forged fresh cookie keeps the old token in use; it grants and denies nothing.
  const late = await fetchWithCookie(url, `${due}; ${FRESH_COOKIE}=1`);
  expect(readSetSessionCookie(late)).toBeUndefined();
  expect(await late.text()).toContain(ida.identity.email);
});

const WORTHLESS = [
  "mine",
  "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..aaaa.bbbb.cccc",
  "A".repeat(3_900),
];

test("An invalid session token counts as a guest's, without an error, for every kind of response", async ({
  baseURL,
}) => {
  for (const value of WORTHLESS) {
    const cookie = `${SESSION_COOKIE}=${value}; shopper=1`;
    for (const [kind, path, status] of ANSWERS) {
      const response = await fetchWithCookie(`${baseURL}${path}`, cookie);
      expect(response.status, kind).toBe(status);
      expect(readSetSessionCookie(response), kind).toBeUndefined();
    }
    expect(await (await fetchWithCookie(`${baseURL}/api/shopper`, cookie)).json()).toMatchObject({
      customer: null,
    });
  }
});
