import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { apiTest as test, expect } from "./support/api-test";
import { acceptInvite, createInvite } from "./support/admin-users";
import { requestMedusa } from "./support/medusa-request";
import { environment } from "./support/environment";
import { NEW_PASSWORD, requestResetToken } from "./support/password-reset";
import { newEmail } from "./support/medusa-store-api";

const SIGN_IN = { customer: "/auth/customer/emailpass", user: "/auth/user/emailpass" };

/** Sources of all mails sent so far. */
async function readAllMails(): Promise<string> {
  const names = await readdir(environment.mailFolder).catch(() => []);
  const mails = names.map((name) => readFile(join(environment.mailFolder, name), "utf8"));
  return (await Promise.all(mails)).join("\n");
}

test("An admin's login is no shopper's: signing in, registering and resetting respond as for a stranger", async ({
  admin,
  customer,
  storeApi,
  rootToken,
}) => {
  const { email, password } = admin;
  const stranger = await requestMedusa(SIGN_IN.customer, { body: { email: newEmail(), password } });
  expect(stranger.status).toBe(401);
  expect(await requestMedusa(SIGN_IN.customer, { body: { email, password } })).toEqual(stranger);

  const conflict = await requestMedusa(`${SIGN_IN.customer}/register`, {
    body: { email: customer.email, password },
  });
  expect(conflict.status).toBe(401);
  expect(await requestMedusa(`${SIGN_IN.customer}/register`, { body: { email, password } })).toEqual(
    conflict,
  );

  const reset = (identifier: string) =>
    requestMedusa(`${SIGN_IN.customer}/reset-password`, {
      body: { identifier, metadata: { country: "gb" } },
    });
  expect(await reset(email)).toEqual(await reset(newEmail()));
  // Mails are sent in order: once a later one is there, the admin's would be, too.
  await requestResetToken(storeApi, customer.email);
  expect(await readAllMails()).not.toContain(email);

  const { body } = await requestMedusa(`/admin/customers?q=${encodeURIComponent(email)}`, {
    token: rootToken,
  });
  expect(body.customers).toEqual([]);
  expect((await requestMedusa("/admin/users/me", { token: admin.token })).status).toBe(200);
});

test("A shopper's login is no admin's: signing in, registering, resetting and an invitation all refuse it", async ({
  customer,
  admin,
  rootToken,
}) => {
  const { email, password } = customer;
  const stranger = await requestMedusa(SIGN_IN.user, { body: { email: newEmail(), password } });
  expect(await requestMedusa(SIGN_IN.user, { body: { email, password } })).toEqual(stranger);
  expect(stranger.status).toBe(401);
  const conflict = await requestMedusa(`${SIGN_IN.user}/register`, {
    body: { email: admin.email, password },
  });
  expect(await requestMedusa(`${SIGN_IN.user}/register`, { body: { email, password } })).toEqual(conflict);
  expect(
    (await requestMedusa(`${SIGN_IN.user}/reset-password`, { body: { identifier: email } })).status,
  ).toBe(201);

  const invitation = await createInvite(rootToken, email);
  expect((await acceptInvite(invitation, customer.token, email)).status).toBe(401);
  expect((await requestMedusa("/store/customers/me", { token: customer.token })).status).toBe(200);
});

test("One login becomes a shopper's or an admin's, never both, however many ask at once", async ({
  rootToken,
}) => {
  const credentials = { email: newEmail(), password: NEW_PASSWORD };
  const invitation = await createInvite(rootToken, credentials.email);
  const asUser = await requestMedusa(`${SIGN_IN.user}/register`, { body: credentials });
  const asCustomer = await requestMedusa(`${SIGN_IN.customer}/register`, { body: credentials });
  const both = await Promise.all([
    requestMedusa("/store/customers", {
      token: asCustomer.body.token as string,
      body: { email: credentials.email },
    }),
    acceptInvite(invitation, asUser.body.token as string, credentials.email),
  ]);
  const winners = both.filter(({ status }) => status === 200);
  expect(winners).toHaveLength(1);
  const signedIn = await Promise.all(
    Object.values(SIGN_IN).map((path) => requestMedusa(path, { body: credentials })),
  );
  expect(signedIn.map(({ status }) => status).toSorted()).toEqual([200, 401]);
});

test("Nobody signs in as any other kind of actor", async ({ customer, admin }) => {
  for (const { email, password } of [customer, admin])
    for (const actor of ["vendor", "CUSTOMER", "User", "api-key", "%63ustomers"])
      for (const path of ["", "/register", "/reset-password"]) {
        const body = { email, password, identifier: email };
        const response = await requestMedusa(`/auth/${actor}/emailpass${path}`, { body });
        expect([401, 404], `${actor}${path}`).toContain(response.status);
        expect(response.body.token).toBeUndefined();
      }
});

test("How long a refusal takes does not tell which addresses have a login, while many ask at once", async ({
  customer,
  otherCustomer,
  admin,
}) => {
  const known = [customer.email, otherCustomer.email, admin.email];
  const time = async (email: string) => {
    const startedAt = performance.now();
    const response = await requestMedusa(SIGN_IN.customer, { body: { email, password: "not-this-one" } });
    expect(response.status).toBe(401);
    return performance.now() - startedAt;
  };
  const attempts = Array.from({ length: 12 }, (_, index) => [
    time(known[index % known.length] ?? ""),
    time(newEmail()),
  ]);
  const times = await Promise.all(attempts.map((pair) => Promise.all(pair)));
  const [ofKnown, ofUnknown] = [0, 1].map((position) => median(times.map((pair) => pair[position] ?? 0)));
  // Without hashing, an unknown address was answered in a tenth of the time.
  expect((ofUnknown ?? 0) / (ofKnown ?? 1)).toBeGreaterThan(0.4);
  expect((ofUnknown ?? 0) / (ofKnown ?? 1)).toBeLessThan(2.5);
});

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
