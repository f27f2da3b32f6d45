import { readMail } from "./support/mailbox";
import { NEW_PASSWORD, requestReset, setPassword } from "./support/password-reset";
import {
  expect,
  newEmail,
  register,
  signIn,
  test,
  type Account,
  type Store,
} from "./support/medusa-store-api";

/** Each gives a token of after. */
const ENDINGS: { what: string; end: (store: Store, account: Account) => Promise<string> }[] = [
  {
    what: "the password is changed",
    end: (store, { token, password }) => {
      const body = { old_password: password, new_password: NEW_PASSWORD };
      return exchange(store, "/store/customers/me/password", { token, body });
    },
  },
  {
    what: "the e-mail address is changed",
    end: (store, { token, password }) =>
      exchange(store, "/store/customers/me/email", { token, body: { email: newEmail(), password } }),
  },
  {
    what: "the customer signs out everywhere",
    end: (store, { token }) => exchange(store, "/store/customers/me/tokens/revoke", { token }),
  },
  {
    what: "the password is reset by e-mail",
    end: async (store, { email }) => {
      await setPassword(store, await requestReset(store, email));
      return signIn(store, { email, password: NEW_PASSWORD });
    },
  },
];

for (const { what, end } of ENDINGS) {
  test(`Once ${what}, no token of before opens anything, and none can be renewed`, async ({
    store,
    account,
  }) => {
    const another = await signIn(store, account);
    const cart = await store.post<{ cart: { id: string } }>("/store/carts", { token: account.token });
    const token = await end(store, account);

    for (const old of [account.token, another]) {
      expect((await store.post("/auth/token/refresh", { token: old })).status).toBe(401);
      expect((await store.get("/store/customers/me", { token: old })).status).toBe(401);
      expect((await store.get("/store/orders", { token: old })).status).toBe(401);
      expect((await store.post("/store/carts", { token: old })).status).toBe(401);
      expect((await store.get(`/store/carts/${cart.body.cart.id}`, { token: old })).status).toBe(401);
      expect((await store.post("/store/customers/me/tokens/revoke", { token: old })).status).toBe(401);
    }
    const renewed = await exchange(store, "/auth/token/refresh", { token });
    for (const fresh of [token, renewed]) {
      expect((await store.get("/store/customers/me", { token: fresh })).status).toBe(200);
      expect((await store.get(`/store/carts/${cart.body.cart.id}`, { token: fresh })).status).toBe(200);
    }
  });
}

test("Whoever does not know the password changes neither it nor the address, and ends nothing", async ({
  store,
  account: { token, ...account },
}) => {
  const wrong = { status: 403, body: { type: "forbidden", code: "wrong_password" } };
  const password = { old_password: "not-this-one", new_password: NEW_PASSWORD };
  expect(await store.post("/store/customers/me/password", { token, body: password })).toMatchObject(wrong);
  const address = { email: newEmail(), password: "not-this-one" };
  expect(await store.post("/store/customers/me/email", { token, body: address })).toMatchObject(wrong);
  expect((await store.get("/store/customers/me", { token })).status).toBe(200);
  expect(await signIn(store, account)).toBeTruthy();
});

test("A new address is the one that signs in, and the old one is told", async ({ store, account }) => {
  const { token, password } = account;
  const email = newEmail();
  await exchange(store, "/store/customers/me/email", {
    token,
    body: { email: email.toUpperCase(), password },
  });
  expect(await signIn(store, account)).toBeUndefined();
  const fresh = await signIn(store, { email, password });
  expect(await store.get("/store/customers/me", { token: fresh })).toMatchObject({
    body: { customer: { id: account.id, email } },
  });
  expect(await readMail("email-changed", account.email)).toContain(email);
});

test("An address that another account has stays its own", async ({ store, account, other }) => {
  const body = { email: other.email, password: account.password };
  const answer = await store.post("/store/customers/me/email", { token: account.token, body });
  expect(answer).toMatchObject({ status: 409, body: { code: "email_taken" } });
  expect((await store.get("/store/customers/me", { token: account.token })).status).toBe(200);
  expect(await signIn(store, other)).toBeTruthy();
});

test("A customer is told when the password has changed", async ({ store, account }) => {
  const { token, password, email } = account;
  const body = { old_password: password, new_password: NEW_PASSWORD };
  await exchange(store, "/store/customers/me/password", { token, body });
  expect(await readMail("password-changed", email)).toContain(
    "The password of your account was just changed",
  );
});

test("A link to reset the password works once, however often it is used at the same time", async ({
  store,
  account,
}) => {
  const link = await requestReset(store, account.email);
  const tooShort = await store.post("/auth/customer/emailpass/update", {
    token: link,
    body: { password: "short" },
  });
  expect(tooShort.status, "a password that cannot be set does not use it up").toBe(400);
  const uses = await Promise.all(Array.from({ length: 15 }, () => setPassword(store, link)));
  expect(uses.filter((status) => status === 200)).toHaveLength(1);
  expect(await setPassword(store, link)).toBe(401);
});

test("Asking for a reset is answered in the same way for an address that has no account", async ({
  store,
  account,
}) => {
  const ask = (identifier: string) =>
    store.post("/auth/customer/emailpass/reset-password", { body: { identifier } });
  expect(await ask(newEmail())).toEqual(await ask(account.email));
});

test("Of several who exchange one token at the same time, one gets a fresh one", async ({
  store,
  account: { token },
}) => {
  const uses = [1, 2, 3, 4].map(() => store.post("/store/customers/me/tokens/revoke", { token }));
  const statuses = (await Promise.all(uses)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 401, 401, 401]);
});

test("A bearer that is none is refused, also where guests may go; without one, a request is a guest's", async ({
  store,
  account: { token },
}) => {
  const guest = await store.post<{ cart: { id: string } }>("/store/carts", { authorization: "" });
  const path = `/store/carts/${guest.body.cart.id}`;
  expect((await store.get(path)).status).toBe(200);
  expect((await store.get(path, { authorization: "" })).status).toBe(200);

  const [header = "", payload = "", signature = ""] = token.split(".");
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
  const bad = [
    "Bearer garbage",
    "Bearer",
    `Basic ${token}`,
    `Bearer ${header}.${payload}.${signature.split("").toReversed().join("")}`,
    `Bearer ${unsigned}.${payload}.`,
  ];
  for (const authorization of bad) {
    expect((await store.get(path, { authorization })).status, authorization).toBe(401);
    expect((await store.post("/store/carts", { authorization })).status, authorization).toBe(401);
  }
});

test("A token cannot be turned into a key that signing out does not reach", async ({
  store,
  account: { token },
}) => {
  expect((await store.post("/auth/session", { token })).status).toBe(403);
  expect((await store.get("/auth/mfa/factors", { token })).status).toBe(403);
});

test("A registration makes an account of its own address, once, and opens nothing else", async ({
  store,
}) => {
  const email = newEmail();
  const registered = await store.post<{ token: string }>("/auth/customer/emailpass/register", {
    body: { email, password: NEW_PASSWORD },
  });
  const { token } = registered.body;
  expect((await store.post("/store/carts", { token })).status).toBe(401);
  const create = async (address: string) =>
    (await store.post("/store/customers", { token, body: { email: address } })).status;
  expect(await create(newEmail())).toBe(400);
  expect(await create(email)).toBe(200);
  expect(await create(email)).not.toBe(200);
  expect((await store.get("/store/customers/me", { token })).status).toBe(401);
});

test("One customer's new password ends nothing of another's", async ({ store, account, other }) => {
  const third = await register(store);
  const body = { old_password: account.password, new_password: NEW_PASSWORD };
  await exchange(store, "/store/customers/me/password", { token: account.token, body });
  for (const { token } of [other, third])
    expect((await store.get("/store/customers/me", { token })).status).toBe(200);
});

async function exchange(store: Store, path: string, call: { token: string; body?: object }): Promise<string> {
  const answer = await store.post<{ token: string }>(path, call);
  expect(answer.status, path).toBe(200);
  return answer.body.token;
}
