import { apiTest as test, expect } from "./support/api-test";
import { requestMedusa } from "./support/medusa-request";
import { NEW_PASSWORD, requestResetToken, resetPassword } from "./support/password-reset";
import { newEmail, signInCustomer, type TestCustomer, type MedusaStoreApi } from "./support/medusa-store-api";

/** Each returns the credentials that are valid afterwards. */
type Credentials = Pick<TestCustomer, "email" | "password">;
const CHANGES: {
  what: string;
  change: (storeApi: MedusaStoreApi, account: TestCustomer) => Promise<Credentials>;
}[] = [
  {
    what: "a new password",
    change: async (storeApi, { token, email, password }) => {
      const body = { old_password: password, new_password: NEW_PASSWORD };
      expect((await storeApi.post("/store/customers/me/password", { token, body })).status).toBe(200);
      return { email, password: NEW_PASSWORD };
    },
  },
  {
    what: "a new address",
    change: async (storeApi, { token, password }) => {
      const email = newEmail();
      const response = await storeApi.post("/store/customers/me/email", { token, body: { email, password } });
      expect(response.status).toBe(200);
      return { email, password };
    },
  },
  {
    what: "a new address and the old one again",
    change: async (storeApi, { token, email, password }) => {
      const path = "/store/customers/me/email";
      const moved = await storeApi.post<{ token: string }>(path, {
        token,
        body: { email: newEmail(), password },
      });
      const back = await storeApi.post(path, { token: moved.body.token, body: { email, password } });
      expect(back.status).toBe(200);
      return { email, password };
    },
  },
  {
    what: "signing out everywhere",
    change: async (storeApi, { token, email, password }) => {
      expect((await storeApi.post("/store/customers/me/tokens/revoke", { token })).status).toBe(200);
      return { email, password };
    },
  },
];

for (const { what, change } of CHANGES) {
  test(`A link to reset the password, mailed before ${what}, resets nothing afterwards`, async ({
    storeApi,
    customer,
  }) => {
    const link = await requestResetToken(storeApi, customer.email);
    const credentials = await change(storeApi, customer);
    const use = await storeApi.post("/auth/customer/emailpass/update", {
      token: link,
      body: { password: "chosen-by-a-stranger" },
    });
    expect(use.status).toBe(401);
    expect(
      await signInCustomer(storeApi, { ...credentials, password: "chosen-by-a-stranger" }),
    ).toBeUndefined();
    const token = await signInCustomer(storeApi, credentials);
    expect((await storeApi.get("/store/customers/me", { token })).status).toBe(200);

    const fresh = await requestResetToken(storeApi, credentials.email, link);
    expect(await resetPassword(storeApi, fresh), "a link of afterwards works").toBe(200);
  });
}

test("Using one of several links invalidates the others, and a new link invalidates those before it", async ({
  storeApi,
  customer,
}) => {
  const first = await requestResetToken(storeApi, customer.email);
  const last = await requestResetToken(storeApi, customer.email, first);
  const uses = [
    await resetPassword(storeApi, first),
    await resetPassword(storeApi, last),
    await resetPassword(storeApi, last),
  ];
  expect(uses).toEqual([401, 200, 401]);
});

test("The routes that verify addresses by code are closed, with or without a token", async ({ customer }) => {
  for (const token of [customer.token, undefined]) {
    const request = { entity_id: customer.email, entity_type: "email" };
    expect((await requestMedusa("/auth/verification/request", { token, body: request })).status).not.toBe(
      201,
    );
    expect((await requestMedusa("/auth/verification/confirm", { token, body: { code: "a" } })).status).toBe(
      403,
    );
  }
});
