import { randomUUID } from "node:crypto";
import { apiTest as test, expect } from "./support/api-test";
import { requestMedusa } from "./support/medusa-request";
import { findVariantId } from "./support/place-order-via-api";
import { newEmail, type MedusaStoreApi } from "./support/medusa-store-api";

const REGISTER = "/auth/customer/emailpass/register";
const SIGN_IN = "/auth/customer/emailpass";
const ME = "/store/customers/me";
const PASSWORD = "umbrella stands in rain";

/** A valid e-mail address that is too long for any database index. */
const createLongEmail = () => `${randomUUID().repeat(90)}@cloakroom.test`;

async function createCart(storeApi: MedusaStoreApi, body: object = {}) {
  const { body: found } = await storeApi.get<{ regions: { id: string; currency_code: string }[] }>(
    "/store/regions",
  );
  const region_id = found.regions.find(({ currency_code }) => currency_code === "usd")?.id;
  return storeApi.post<{ cart: { id: string } }>("/store/carts", { body: { region_id, ...body } });
}

test("An account is made for one address in small letters, and a refusal says nothing of the database", async ({
  customer,
}) => {
  const addresses = [
    "a1@x.test, a2@x.test",
    "a1@x.test;a2@x.test",
    '"Click http://evil.example to win" <a1@x.test>',
    "Team: a1@x.test;",
    `${customer.email.slice(0, 1).toUpperCase()}${customer.email.slice(1)}`,
    createLongEmail(),
  ];
  for (const email of addresses) {
    const response = await requestMedusa(REGISTER, { body: { email, password: PASSWORD } });
    expect(response.status, email).toBe(400);
    expect(JSON.stringify(response.body), email).not.toMatch(/insert|index|scrypt|password/i);
  }
});

test("Admins are registered by invitation only", async ({ rootToken }) => {
  const credentials = { email: newEmail(), password: PASSWORD };
  const register = () => requestMedusa("/auth/user/emailpass/register", { body: credentials });
  expect((await register()).status).toBe(401);
  await requestMedusa("/admin/invites", { token: rootToken, body: { email: credentials.email } });
  expect((await register()).status).toBe(200);
});

test("A cart accepts valid e-mail addresses and whole quantities only", async ({ storeApi }) => {
  for (const email of [createLongEmail(), "a1@x.test, a2@x.test", "nobody"])
    expect((await createCart(storeApi, { email })).status, email).toBe(400);
  const { body } = await createCart(storeApi);
  const path = `/store/carts/${body.cart.id}`;
  expect((await storeApi.post(path, { body: { email: createLongEmail() } })).status).toBe(400);
  const variant_id = await findVariantId(storeApi, "attendants-scarf");
  for (const quantity of [0.5, -1, 1e308])
    expect((await storeApi.post(`${path}/line-items`, { body: { variant_id, quantity } })).status).toBe(400);
  expect((await storeApi.post(`${path}/line-items`, { body: { variant_id, quantity: 1 } })).status).toBe(200);
});

test("Password attempts are still counted after the attacker refreshes a token of their own", async ({
  storeApi,
  customer,
  otherCustomer,
}) => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 16; guess += 1) {
    const body = { email: customer.email, password: `guess-${guess}` };
    statuses.push((await storeApi.post(SIGN_IN, { body })).status);
    if (guess % 6 === 5)
      await storeApi.post("/auth/token/refresh", {
        token: otherCustomer.token,
        body: { email: customer.email },
      });
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.at(-1)).toBe(429);
});

test("The current password is not guessed with a stolen token, and its owner can still sign in", async ({
  customer,
}) => {
  const { token, email, password } = customer;
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const wrong = `guess-${guess}-of-many`;
    const response =
      guess % 2 === 0
        ? await requestMedusa(`${ME}/password`, {
            token,
            body: { old_password: wrong, new_password: PASSWORD },
          })
        : await requestMedusa(`${ME}/email`, { token, body: { email: newEmail(), password: wrong } });
    statuses.push(response.status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
  expect((await requestMedusa(SIGN_IN, { body: { email, password } })).status).toBe(200);
});

test("Promotion codes cannot be guessed, whichever way a cart takes them", async ({ storeApi }) => {
  const { body } = await createCart(storeApi);
  const path = `/store/carts/${body.cart.id}`;
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const target = guess % 2 ? path : `${path}/promotions`;
    statuses.push((await storeApi.post(target, { body: { promo_codes: [`GUESS${guess}`] } })).status);
  }
  expect(statuses.slice(0, 10)).not.toContain(429);
  expect(statuses.slice(10)).toEqual([429, 429]);
});

test("Unused routes are closed: transfers, returns by id, hooks and logins of unknown providers", async ({
  storeApi,
  customer,
}) => {
  const { token } = customer;
  for (const path of ["/store/orders/order_1/transfer/request", "/store/returns"])
    expect((await storeApi.post(path, { token, body: { order_id: "order_1" } })).status, path).toBe(403);
  expect((await storeApi.post("/hooks/payment/nope")).status).toBe(404);
  expect((await storeApi.post("/auth/customer/nope")).status).toBe(401);
});
