import { expect, test } from "./support/fixtures";
import { environment } from "./support/environment";
import { makeTokensDue, endSessions } from "./support/storefront-db";
import type { Shopper } from "./support/shopper";
import { MedusaStoreApi } from "./support/medusa-store-api";
import {
  fetchWithCookie,
  readSetSessionCookie,
  SESSION_COOKIE,
  waitUntilRefreshDue,
} from "./support/session-cookies";

/* oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
test.use({ baseURL: async ({}, provide) => provide(environment.secondBaseUrl) });

// The form is posted as by a browser without JavaScript.
test.use({ javaScriptEnabled: false });

const PROFILE = "/us/account/profile";
const PHONE = "+1 212 555 0199";

type Scene = { shopper: Shopper; customerId: string; breakBackend: () => Promise<void> };

/** An event while a session token is due for renewal, and the expected responses. */
type Row = {
  when: string;
  cause?: (scene: Scene) => Promise<void>;
  /** Sent in place of the browser's own session token. */
  sessionToken?: string;
  page: string | RegExp;
  route: { status: number; body: object };
  setsNewToken: boolean;
  isSaved: boolean;
};

const endedWith = (ended: string) => ({ status: 200, body: { customer: null, ended } });

const MATRIX: Row[] = [
  {
    when: "nothing is the matter",
    page: "account-phone-editor",
    route: { status: 200, body: { customer: expect.objectContaining({ tag: expect.any(String) }) } },
    setsNewToken: true,
    isSaved: true,
  },
  {
    when: "the session has idled too long",
    cause: ({ customerId }) => endSessions(customerId, "idle"),
    page: "You have not been here for a while",
    route: endedWith("idle"),
    setsNewToken: false,
    isSaved: false,
  },
  {
    when: "the session has run its full time",
    cause: ({ customerId }) => endSessions(customerId, "expired"),
    page: "Your session has run its full time",
    route: endedWith("expired"),
    setsNewToken: false,
    isSaved: false,
  },
  {
    when: "the session was ended elsewhere",
    cause: ({ customerId }) => endSessions(customerId, "password-changed"),
    page: "Your password has changed",
    route: endedWith("password-changed"),
    setsNewToken: false,
    isSaved: false,
  },
  {
    when: "the session token is invalid",
    sessionToken: "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..aaaa.bbbb.cccc",
    page: "Sign in for your orders",
    route: { status: 200, body: { customer: null } },
    setsNewToken: false,
    isSaved: false,
  },
  {
    when: "the backend is not well and a token is due as well",
    cause: async ({ customerId, breakBackend }) => {
      await makeTokensDue(customerId);
      await breakBackend();
    },
    page: "cannot reach the shop right now. Nothing is lost",
    route: { status: 503, body: { code: "unavailable" } },
    setsNewToken: true,
    isSaved: false,
  },
  {
    when: "the backend refuses the token",
    cause: async ({ shopper, customerId }) => {
      await makeTokensDue(customerId);
      await revokeTokens(shopper);
    },
    page: "Your session is no longer valid",
    route: endedWith("refused"),
    setsNewToken: false,
    isSaved: false,
  },
];

for (const { when, cause, sessionToken, page: words, route, setsNewToken, isSaved } of MATRIX) {
  test(`A page, a route and an action agree when a session token is due for renewal and ${when}`, async ({
    shopper,
    backend,
    baseURL,
    outage,
  }) => {
    const ida = await shopper();
    const customerId = await backend.getCustomerId(ida.identity.email);
    const form = await readPhoneForm(ida);
    const due = await waitUntilRefreshDue(ida, String(baseURL));
    await cause?.({ shopper: ida, customerId, breakBackend: () => outage.begin("unavailable") });
    const cookie = sessionToken ? due.replace(new RegExp(`(?<=${SESSION_COOKIE}=)[^;]+`), sessionToken) : due;

    const page = await fetchWithCookie(`${baseURL}${PROFILE}`, cookie);
    const shown = await fetchWithCookie(`${baseURL}/api/shopper`, cookie);
    const headers = { origin: String(baseURL), referer: `${baseURL}${PROFILE}` };
    const posted = await fetchWithCookie(`${baseURL}${PROFILE}`, cookie, {
      method: "POST",
      body: form,
      headers,
    });
    await outage.end();

    expect({ status: page.status, text: await page.text() }).toEqual({
      status: 200,
      text: expect.stringMatching(words),
    });
    expect({ status: shown.status, body: await shown.json() }).toMatchObject(route);
    expect(posted.status, "an action").toBe(303);
    expect((await backend.findCustomer(ida.identity.email)).phone === PHONE, "saved").toBe(isSaved);
    // The cookie is never deleted either: a late response could delete a newer one.
    for (const [kind, response] of Object.entries({ page, shown, posted }))
      expect(readSetSessionCookie(response) !== undefined, kind).toBe(setsNewToken);
  });
}

/** The phone form's fields as a browser would post them, with another number. */
async function readPhoneForm({ page }: Shopper): Promise<FormData> {
  await page.goto(PROFILE);
  const entries = await page
    .locator("form")
    .filter({ has: page.getByLabel("Phone") })
    .evaluate((form: HTMLFormElement) =>
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    );
  const form = new FormData();
  for (const [name = "", value = ""] of entries) form.append(name, name === "phone" ? PHONE : value);
  return form;
}

/** Revokes all earlier tokens of the customer at the backend. */
async function revokeTokens({ page, identity: { email, password } }: Shopper): Promise<void> {
  const storeApi = new MedusaStoreApi(page.request);
  const body = { email, password };
  // The browser's cookies are sent along, because cookies ignore the port.
  const headers = { origin: environment.medusaUrl };
  const response = await storeApi.post<{ token: string }>("/auth/customer/emailpass", { body, headers });
  const { token } = response.body;
  const ended = await storeApi.post("/store/customers/me/tokens/revoke", { token, headers });
  expect(ended.status, environment.medusaUrl).toBe(200);
}
