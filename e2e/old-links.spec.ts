import { ask } from "./support/admin-users";
import { NEW_PASSWORD, requestReset, setPassword } from "./support/password-reset";
import { expect, newEmail, signIn, test, type Account, type Store } from "./support/medusa-store-api";

/** Each returns the credentials that sign in afterwards. */
type Credentials = Pick<Account, "email" | "password">;
const CHANGES: { what: string; change: (store: Store, account: Account) => Promise<Credentials> }[] = [
  {
    what: "a new password",
    change: async (store, { token, email, password }) => {
      const body = { old_password: password, new_password: NEW_PASSWORD };
      expect((await store.post("/store/customers/me/password", { token, body })).status).toBe(200);
      return { email, password: NEW_PASSWORD };
    },
  },
  {
    what: "a new address",
    change: async (store, { token, password }) => {
      const email = newEmail();
      const answer = await store.post("/store/customers/me/email", { token, body: { email, password } });
      expect(answer.status).toBe(200);
      return { email, password };
    },
  },
  {
    what: "a new address and the old one again",
    change: async (store, { token, email, password }) => {
      const path = "/store/customers/me/email";
      const moved = await store.post<{ token: string }>(path, {
        token,
        body: { email: newEmail(), password },
      });
      const back = await store.post(path, { token: moved.body.token, body: { email, password } });
      expect(back.status).toBe(200);
      return { email, password };
    },
  },
  {
    what: "signing out everywhere",
    change: async (store, { token, email, password }) => {
      expect((await store.post("/store/customers/me/tokens/revoke", { token })).status).toBe(200);
      return { email, password };
    },
  },
];

for (const { what, change } of CHANGES) {
  test(`A link to reset the password, mailed before ${what}, resets nothing afterwards`, async ({
    store,
    account,
  }) => {
    const link = await requestReset(store, account.email);
    const credentials = await change(store, account);
    const use = await store.post("/auth/customer/emailpass/update", {
      token: link,
      body: { password: "chosen-by-a-stranger" },
    });
    expect(use.status).toBe(401);
    expect(await signIn(store, { ...credentials, password: "chosen-by-a-stranger" })).toBeUndefined();
    const token = await signIn(store, credentials);
    expect((await store.get("/store/customers/me", { token })).status).toBe(200);

    const fresh = await requestReset(store, credentials.email, link);
    expect(await setPassword(store, fresh), "a link of afterwards works").toBe(200);
  });
}

test("Of several links, a used one ends the others, and a new one those before it", async ({
  store,
  account,
}) => {
  const first = await requestReset(store, account.email);
  const last = await requestReset(store, account.email, first);
  const uses = [
    await setPassword(store, first),
    await setPassword(store, last),
    await setPassword(store, last),
  ];
  expect(uses).toEqual([401, 200, 401]);
});

test("No address is proved by a code here, with or without a token", async ({ account }) => {
  for (const token of [account.token, undefined]) {
    const request = { entity_id: account.email, entity_type: "email" };
    expect((await ask("/auth/verification/request", { token, body: request })).status).not.toBe(201);
    expect((await ask("/auth/verification/confirm", { token, body: { code: "a" } })).status).toBe(403);
  }
});
