import { ask, type Admin, expect, openSession, readToken, signInAdmin, test } from "./support/admin-users";
import { NEW_PASSWORD } from "./support/password-reset";
import { query } from "./support/storefront-db";
import { environment } from "./support/environment";

const ENDINGS: { what: string; end: (root: string, admin: Admin) => Promise<void> }[] = [
  {
    what: "an admin has a new password",
    end: async (root, { id }) => {
      const { body } = await ask(`/admin/users/${id}/reset-password`, { token: root, body: {} });
      const change = { token: body.token as string, body: { password: NEW_PASSWORD } };
      expect((await ask("/auth/user/emailpass/update", change)).status).toBe(200);
    },
  },
  {
    what: "an admin is deleted by another",
    end: async (root, { id }) => {
      expect((await ask(`/admin/users/${id}`, { method: "DELETE", token: root })).status).toBe(200);
    },
  },
  {
    what: "an admin's login is taken from the account",
    end: async (_, { id }) => {
      const unlink = "update auth_identity set app_metadata = '{}' where app_metadata->>'user_id' = $1";
      await query(unlink, [id], environment.medusaDatabaseUrl);
    },
  },
  {
    what: "an admin's account is deleted and its login is not",
    end: async (_, { id }) => {
      const remove = `update "user" set deleted_at = now() where id = $1`;
      await query(remove, [id], environment.medusaDatabaseUrl);
    },
  },
];

/** However it is spelled: Express takes case, a slash at the end and HEAD for the same route. */
const ASKED = [
  ["/admin/orders", "GET"],
  ["/admin/orders", "HEAD"],
  ["/ADMIN/Orders/", "GET"],
  ["/admin/users/me", "GET"],
  ["/admin/products", "POST"],
] as const;

for (const { what, end } of ENDINGS) {
  test(`Once ${what}, neither the token nor the cookie session of before opens or renews anything`, async ({
    root,
    admin,
  }) => {
    const { token } = admin;
    const cookie = await openSession({ token });
    for (const shown of [{ token }, { cookie }]) {
      expect((await ask("/admin/orders", shown)).status).toBe(200);
      expect((await ask("/auth/token/refresh", { ...shown, body: {} })).status).toBe(200);
    }

    await end(root, admin);

    for (const shown of [{ cookie }, { token }, { token, cookie }])
      for (const [path, method] of ASKED) {
        const body = method === "POST" ? { title: "A stranger's" } : undefined;
        const answer = await ask(path, { ...shown, method, ...(body ? { body } : {}) });
        expect(answer.status, `${method} ${path}`).toBe(401);
      }
    for (const path of ["/auth/session", "/auth/token/refresh", "/auth/mfa/factors", "/AUTH/Session/"])
      expect((await ask(path, { token, body: {} })).status, path).toBe(401);
    expect((await ask("/auth/token/refresh", { cookie, body: {} })).status).toBe(401);
    expect((await ask("/auth/mfa/factors", { token })).status).toBe(401);
    expect((await ask("/store/carts", { token, body: {} })).status).toBe(401);
    expect((await ask("/admin/orders", { token: root })).status, "another admin works on").toBe(200);
  });
}

test("A browser whose cookie session has ended signs in again, and works on", async ({ root, admin }) => {
  const cookie = await openSession({ token: admin.token });
  const { body } = await ask(`/admin/users/${admin.id}/reset-password`, { token: root, body: {} });
  const change = { token: body.token as string, cookie, body: { password: NEW_PASSWORD } };
  expect((await ask("/auth/user/emailpass/update", change)).status).toBe(200);

  expect((await ask("/admin/users/me", { cookie })).status).toBe(401);
  const credentials = { email: admin.email, password: NEW_PASSWORD };
  const signedIn = await ask("/auth/user/emailpass", { token: admin.token, cookie, body: credentials });
  expect(signedIn.status).toBe(200);
  const token = signedIn.body.token as string;
  const session = await ask("/auth/session", { token, cookie, body: {} });
  expect(session.status).toBe(200);
  expect((await ask("/admin/users/me", { cookie: session.cookie ?? cookie })).status).toBe(200);
});

test("A stale token beside a good cookie session is refused, and so is the other way about", async ({
  root,
  admin,
}) => {
  const cookie = await openSession({ token: admin.token });
  const { body } = await ask(`/admin/users/${admin.id}/reset-password`, { token: root, body: {} });
  await ask("/auth/user/emailpass/update", {
    token: body.token as string,
    body: { password: NEW_PASSWORD },
  });
  const fresh = await signInAdmin({ email: admin.email, password: NEW_PASSWORD });
  const freshCookie = await openSession({ token: fresh });
  expect((await ask("/admin/orders", { token: admin.token, cookie: freshCookie })).status).toBe(401);
  expect((await ask("/admin/orders", { token: fresh, cookie })).status).toBe(401);
  expect((await ask("/admin/orders", { token: fresh, cookie: freshCookie })).status).toBe(200);
});

test("An admin signs in once a day: refreshing extends neither a token nor a session", async ({ admin }) => {
  const { iat, exp } = readToken(admin.token);
  expect(exp - iat).toBe(86_400);
  const cookie = await openSession({ token: admin.token });
  for (const shown of [{ token: admin.token }, { cookie }]) {
    const { body } = await ask("/auth/token/refresh", { ...shown, body: {} });
    expect(readToken(body.token).exp).toBeLessThanOrEqual(exp);
    expect((await ask("/admin/orders", { token: body.token as string })).status).toBe(200);
  }
});

test("An API key works on as it did; what is none opens nothing", async ({ root }) => {
  const { body } = await ask("/admin/api-keys", { token: root, body: { title: "Tried", type: "secret" } });
  const { id, token } = body.api_key as { id: string; token: string };
  expect((await ask("/admin/orders", { basic: token })).status).toBe(200);
  expect((await ask("/admin/orders", { basic: "sk_nothing" })).status).toBe(401);
  expect((await ask("/admin/orders", { token })).status).toBe(401);
  await ask(`/admin/api-keys/${id}/revoke`, { token: root, body: {} });
  expect((await ask("/admin/orders", { basic: token })).status).toBe(401);
});

test("A token of one kind of actor opens nothing of the other's", async ({ account, admin, root }) => {
  expect((await ask("/admin/orders", { token: account.token })).status).toBe(401);
  expect((await ask("/store/customers/me", { token: admin.token })).status).toBe(401);
  expect((await ask("/store/carts", { token: admin.token, body: {} })).status).toBe(401);
  const cookie = await openSession({ token: admin.token });
  expect((await ask("/store/customers/me", { cookie })).status).toBe(401);
  expect((await ask("/store/carts", { cookie, body: {} })).status, "an admin's browser is a guest").toBe(200);

  await ask(`/admin/customers/${account.id}`, { method: "DELETE", token: root });
  for (const path of ["/store/customers/me", "/store/orders"])
    expect((await ask(path, { token: account.token })).status).toBe(401);
  expect((await ask("/auth/token/refresh", { token: account.token, body: {} })).status).toBe(401);
});
