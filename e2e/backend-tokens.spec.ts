import { apiTest as test, expect } from "./support/api-test";
import { readMail } from "./support/mailbox";
import { NEW_PASSWORD, requestResetToken, resetPassword } from "./support/password-reset";
import {
  newEmail,
  registerCustomer,
  signInCustomer,
  type TestCustomer,
  type MedusaStoreApi,
} from "./support/medusa-store-api";

/** Each returns a token issued afterwards. */
const REVOCATIONS: {
  what: string;
  end: (storeApi: MedusaStoreApi, account: TestCustomer) => Promise<string>;
}[] = [
  {
    what: "the password is changed",
    end: (storeApi, { token, password }) => {
      const body = { old_password: password, new_password: NEW_PASSWORD };
      return postForToken(storeApi, "/store/customers/me/password", { token, body });
    },
  },
  {
    what: "the e-mail address is changed",
    end: (storeApi, { token, password }) =>
      postForToken(storeApi, "/store/customers/me/email", { token, body: { email: newEmail(), password } }),
  },
  {
    what: "the customer signs out everywhere",
    end: (storeApi, { token }) => postForToken(storeApi, "/store/customers/me/tokens/revoke", { token }),
  },
  {
    what: "the password is reset by e-mail",
    end: async (storeApi, { email }) => {
      await resetPassword(storeApi, await requestResetToken(storeApi, email));
      return signInCustomer(storeApi, { email, password: NEW_PASSWORD });
    },
  },
];

for (const { what, end } of REVOCATIONS) {
  test(`Once ${what}, no token of before opens anything, and none can be renewed`, async ({
    storeApi,
    customer,
  }) => {
    const another = await signInCustomer(storeApi, customer);
    const cart = await storeApi.post<{ cart: { id: string } }>("/store/carts", { token: customer.token });
    const token = await end(storeApi, customer);

    for (const old of [customer.token, another]) {
      expect((await storeApi.post("/auth/token/refresh", { token: old })).status).toBe(401);
      expect((await storeApi.get("/store/customers/me", { token: old })).status).toBe(401);
      expect((await storeApi.get("/store/orders", { token: old })).status).toBe(401);
      expect((await storeApi.post("/store/carts", { token: old })).status).toBe(401);
      expect((await storeApi.get(`/store/carts/${cart.body.cart.id}`, { token: old })).status).toBe(401);
      expect((await storeApi.post("/store/customers/me/tokens/revoke", { token: old })).status).toBe(401);
    }
    const renewed = await postForToken(storeApi, "/auth/token/refresh", { token });
    for (const fresh of [token, renewed]) {
      expect((await storeApi.get("/store/customers/me", { token: fresh })).status).toBe(200);
      expect((await storeApi.get(`/store/carts/${cart.body.cart.id}`, { token: fresh })).status).toBe(200);
    }
  });
}

test("Without the password nobody can change it or the address, or revoke sessions", async ({
  storeApi,
  customer: { token, ...account },
}) => {
  const wrong = { status: 403, body: { type: "forbidden", code: "wrong_password" } };
  const password = { old_password: "not-this-one", new_password: NEW_PASSWORD };
  expect(await storeApi.post("/store/customers/me/password", { token, body: password })).toMatchObject(wrong);
  const address = { email: newEmail(), password: "not-this-one" };
  expect(await storeApi.post("/store/customers/me/email", { token, body: address })).toMatchObject(wrong);
  expect((await storeApi.get("/store/customers/me", { token })).status).toBe(200);
  expect(await signInCustomer(storeApi, account)).toBeTruthy();
});

test("After a change of address the new one signs in, and the old one is notified", async ({
  storeApi,
  customer,
}) => {
  const { token, password } = customer;
  const email = newEmail();
  await postForToken(storeApi, "/store/customers/me/email", {
    token,
    body: { email: email.toUpperCase(), password },
  });
  expect(await signInCustomer(storeApi, customer)).toBeUndefined();
  const fresh = await signInCustomer(storeApi, { email, password });
  expect(await storeApi.get("/store/customers/me", { token: fresh })).toMatchObject({
    body: { customer: { id: customer.id, email } },
  });
  expect(await readMail("email-changed", customer.email)).toContain(email);
});

test("An address that another account has stays its own", async ({ storeApi, customer, otherCustomer }) => {
  const body = { email: otherCustomer.email, password: customer.password };
  const response = await storeApi.post("/store/customers/me/email", { token: customer.token, body });
  expect(response).toMatchObject({ status: 409, body: { code: "email_taken" } });
  expect((await storeApi.get("/store/customers/me", { token: customer.token })).status).toBe(200);
  expect(await signInCustomer(storeApi, otherCustomer)).toBeTruthy();
});

test("A customer is notified when the password has changed", async ({ storeApi, customer }) => {
  const { token, password, email } = customer;
  const body = { old_password: password, new_password: NEW_PASSWORD };
  await postForToken(storeApi, "/store/customers/me/password", { token, body });
  expect(await readMail("password-changed", email)).toContain(
    "The password of your account was just changed",
  );
});

test("A link to reset the password works once, however often it is used at the same time", async ({
  storeApi,
  customer,
}) => {
  const link = await requestResetToken(storeApi, customer.email);
  const tooShort = await storeApi.post("/auth/customer/emailpass/update", {
    token: link,
    body: { password: "short" },
  });
  expect(tooShort.status, "a password that cannot be set does not use it up").toBe(400);
  const uses = await Promise.all(Array.from({ length: 15 }, () => resetPassword(storeApi, link)));
  expect(uses.filter((status) => status === 200)).toHaveLength(1);
  expect(await resetPassword(storeApi, link)).toBe(401);
});

test("A reset request gets the same response for an address without an account", async ({
  storeApi,
  customer,
}) => {
  const requestReset = (identifier: string) =>
    storeApi.post("/auth/customer/emailpass/reset-password", { body: { identifier } });
  expect(await requestReset(newEmail())).toEqual(await requestReset(customer.email));
});

test("Of concurrent refreshes of one token, one succeeds", async ({ storeApi, customer: { token } }) => {
  const uses = [1, 2, 3, 4].map(() => storeApi.post("/store/customers/me/tokens/revoke", { token }));
  const statuses = (await Promise.all(uses)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 401, 401, 401]);
});

test("An invalid bearer token is refused on guest routes, too; a request without one is a guest's", async ({
  storeApi,
  customer: { token },
}) => {
  const guest = await storeApi.post<{ cart: { id: string } }>("/store/carts", { authorization: "" });
  const path = `/store/carts/${guest.body.cart.id}`;
  expect((await storeApi.get(path)).status).toBe(200);
  expect((await storeApi.get(path, { authorization: "" })).status).toBe(200);

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
    expect((await storeApi.get(path, { authorization })).status, authorization).toBe(401);
    expect((await storeApi.post("/store/carts", { authorization })).status, authorization).toBe(401);
  }
});

test("A token cannot be exchanged for a key that survives signing out", async ({
  storeApi,
  customer: { token },
}) => {
  expect((await storeApi.post("/auth/session", { token })).status).toBe(403);
  expect((await storeApi.get("/auth/mfa/factors", { token })).status).toBe(403);
});

test("A registration makes an account of its own address, once, and opens nothing else", async ({
  storeApi,
}) => {
  const email = newEmail();
  const registered = await storeApi.post<{ token: string }>("/auth/customer/emailpass/register", {
    body: { email, password: NEW_PASSWORD },
  });
  const { token } = registered.body;
  expect((await storeApi.post("/store/carts", { token })).status).toBe(401);
  const create = async (address: string) =>
    (await storeApi.post("/store/customers", { token, body: { email: address } })).status;
  expect(await create(newEmail())).toBe(400);
  expect(await create(email)).toBe(200);
  expect(await create(email)).not.toBe(200);
  expect((await storeApi.get("/store/customers/me", { token })).status).toBe(401);
});

test("One customer's new password ends nothing of another's", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const third = await registerCustomer(storeApi);
  const body = { old_password: customer.password, new_password: NEW_PASSWORD };
  await postForToken(storeApi, "/store/customers/me/password", { token: customer.token, body });
  for (const { token } of [otherCustomer, third])
    expect((await storeApi.get("/store/customers/me", { token })).status).toBe(200);
});

async function postForToken(
  storeApi: MedusaStoreApi,
  path: string,
  call: { token: string; body?: object },
): Promise<string> {
  const response = await storeApi.post<{ token: string }>(path, call);
  expect(response.status, path).toBe(200);
  return response.body.token;
}
