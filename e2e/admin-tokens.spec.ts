import { apiTest as test, expect } from "./support/api-test";
import { type Admin, decodeClaims, startCookieSession } from "./support/admin-users";
import { requestMedusa, signInAdmin } from "./support/medusa-request";
import { NEW_PASSWORD } from "./support/password-reset";
import { queryDb } from "./support/storefront-db";
import { environment } from "./support/environment";

/** Gives an admin a new password, as the root admin starts it. @param cookie of the browser that sends the change */
async function changePassword(root: string, { id }: Admin, cookie?: string): Promise<void> {
  const { body } = await requestMedusa(`/admin/users/${id}/reset-password`, { token: root, body: {} });
  const change = {
    token: body.token as string,
    body: { password: NEW_PASSWORD },
    ...(cookie === undefined ? {} : { cookie }),
  };
  expect((await requestMedusa("/auth/user/emailpass/update", change)).status).toBe(200);
}

const REVOCATIONS: { what: string; end: (root: string, admin: Admin) => Promise<void> }[] = [
  {
    what: "an admin has a new password",
    end: (root, admin) => changePassword(root, admin),
  },
  {
    what: "an admin is deleted by another",
    end: async (root, { id }) => {
      expect((await requestMedusa(`/admin/users/${id}`, { method: "DELETE", token: root })).status).toBe(200);
    },
  },
  {
    what: "an admin's login is taken from the account",
    end: async (_, { id }) => {
      const unlink = "update auth_identity set app_metadata = '{}' where app_metadata->>'user_id' = $1";
      await queryDb(unlink, [id], environment.medusaDatabaseUrl);
    },
  },
  {
    what: "an admin's account is deleted and its login is not",
    end: async (_, { id }) => {
      const remove = `update "user" set deleted_at = now() where id = $1`;
      await queryDb(remove, [id], environment.medusaDatabaseUrl);
    },
  },
];

/** Spellings of one route: Express ignores case and a trailing slash, and answers HEAD with the GET handler. */
const REQUESTS = [
  ["/admin/orders", "GET"],
  ["/admin/orders", "HEAD"],
  ["/ADMIN/Orders/", "GET"],
  ["/admin/users/me", "GET"],
  ["/admin/products", "POST"],
] as const;

for (const { what, end } of REVOCATIONS) {
  test(`Once ${what}, neither the token nor the cookie session of before opens or renews anything`, async ({
    rootToken,
    admin,
  }) => {
    const { token } = admin;
    const cookie = await startCookieSession({ token });
    for (const shown of [{ token }, { cookie }]) {
      expect((await requestMedusa("/admin/orders", shown)).status).toBe(200);
      expect((await requestMedusa("/auth/token/refresh", { ...shown, body: {} })).status).toBe(200);
    }

    await end(rootToken, admin);

    for (const shown of [{ cookie }, { token }, { token, cookie }])
      for (const [path, method] of REQUESTS) {
        const body = method === "POST" ? { title: "A stranger's" } : undefined;
        const response = await requestMedusa(path, { ...shown, method, ...(body ? { body } : {}) });
        expect(response.status, `${method} ${path}`).toBe(401);
      }
    for (const path of ["/auth/session", "/auth/token/refresh", "/auth/mfa/factors", "/AUTH/Session/"])
      expect((await requestMedusa(path, { token, body: {} })).status, path).toBe(401);
    expect((await requestMedusa("/auth/token/refresh", { cookie, body: {} })).status).toBe(401);
    expect((await requestMedusa("/auth/mfa/factors", { token })).status).toBe(401);
    expect((await requestMedusa("/store/carts", { token, body: {} })).status).toBe(401);
    expect(
      (await requestMedusa("/admin/orders", { token: rootToken })).status,
      "another admin works on",
    ).toBe(200);
  });
}

test("A browser whose cookie session has ended signs in again, and works on", async ({
  rootToken,
  admin,
}) => {
  const cookie = await startCookieSession({ token: admin.token });
  await changePassword(rootToken, admin, cookie);

  expect((await requestMedusa("/admin/users/me", { cookie })).status).toBe(401);
  const credentials = { email: admin.email, password: NEW_PASSWORD };
  const signedIn = await requestMedusa("/auth/user/emailpass", {
    token: admin.token,
    cookie,
    body: credentials,
  });
  expect(signedIn.status).toBe(200);
  const token = signedIn.body.token as string;
  const session = await requestMedusa("/auth/session", { token, cookie, body: {} });
  expect(session.status).toBe(200);
  expect((await requestMedusa("/admin/users/me", { cookie: session.cookie ?? cookie })).status).toBe(200);
});

test("A stale token beside a valid cookie session is refused, and a stale session beside a valid token", async ({
  rootToken,
  admin,
}) => {
  const cookie = await startCookieSession({ token: admin.token });
  await changePassword(rootToken, admin);
  const fresh = await signInAdmin({ email: admin.email, password: NEW_PASSWORD });
  const freshCookie = await startCookieSession({ token: fresh });
  expect((await requestMedusa("/admin/orders", { token: admin.token, cookie: freshCookie })).status).toBe(
    401,
  );
  expect((await requestMedusa("/admin/orders", { token: fresh, cookie })).status).toBe(401);
  expect((await requestMedusa("/admin/orders", { token: fresh, cookie: freshCookie })).status).toBe(200);
});

test("An admin signs in once a day: refreshing extends neither a token nor a session", async ({ admin }) => {
  const { iat, exp } = decodeClaims(admin.token);
  expect(exp - iat).toBe(86_400);
  const cookie = await startCookieSession({ token: admin.token });
  for (const shown of [{ token: admin.token }, { cookie }]) {
    const { body } = await requestMedusa("/auth/token/refresh", { ...shown, body: {} });
    expect(decodeClaims(body.token).exp).toBeLessThanOrEqual(exp);
    expect((await requestMedusa("/admin/orders", { token: body.token as string })).status).toBe(200);
  }
});

test("An API key keeps working; an invalid one opens nothing", async ({ rootToken }) => {
  const { body } = await requestMedusa("/admin/api-keys", {
    token: rootToken,
    body: { title: "Tried", type: "secret" },
  });
  const { id, token } = body.api_key as { id: string; token: string };
  expect((await requestMedusa("/admin/orders", { apiKey: token })).status).toBe(200);
  expect((await requestMedusa("/admin/orders", { apiKey: "sk_nothing" })).status).toBe(401);
  expect((await requestMedusa("/admin/orders", { token })).status).toBe(401);
  await requestMedusa(`/admin/api-keys/${id}/revoke`, { token: rootToken, body: {} });
  expect((await requestMedusa("/admin/orders", { apiKey: token })).status).toBe(401);
});

test("A token of one kind of actor opens nothing of the other's", async ({ customer, admin, rootToken }) => {
  expect((await requestMedusa("/admin/orders", { token: customer.token })).status).toBe(401);
  expect((await requestMedusa("/store/customers/me", { token: admin.token })).status).toBe(401);
  expect((await requestMedusa("/store/carts", { token: admin.token, body: {} })).status).toBe(401);
  const cookie = await startCookieSession({ token: admin.token });
  expect((await requestMedusa("/store/customers/me", { cookie })).status).toBe(401);
  expect(
    (await requestMedusa("/store/carts", { cookie, body: {} })).status,
    "an admin's browser is a guest",
  ).toBe(200);

  await requestMedusa(`/admin/customers/${customer.id}`, { method: "DELETE", token: rootToken });
  for (const path of ["/store/customers/me", "/store/orders"])
    expect((await requestMedusa(path, { token: customer.token })).status).toBe(401);
  expect((await requestMedusa("/auth/token/refresh", { token: customer.token, body: {} })).status).toBe(401);
});
