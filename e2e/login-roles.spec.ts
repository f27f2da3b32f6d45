import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { acceptInvite, ask, expect, invite, test } from "./support/admin-users";
import { environment } from "./support/environment";
import { NEW_PASSWORD, requestReset } from "./support/password-reset";
import { newEmail } from "./support/medusa-store-api";

const SIGN_IN = { customer: "/auth/customer/emailpass", user: "/auth/user/emailpass" };

/** All mail that the shop has sent so far. */
async function readAllMail(): Promise<string> {
  const names = await readdir(environment.mailFolder).catch(() => []);
  const mails = names.map((name) => readFile(join(environment.mailFolder, name), "utf8"));
  return (await Promise.all(mails)).join("\n");
}

test("An admin's login is no shopper's: signing in, registering and resetting are answered as for a stranger", async ({
  admin,
  account,
  store,
  root,
}) => {
  const { email, password } = admin;
  const stranger = await ask(SIGN_IN.customer, { body: { email: newEmail(), password } });
  expect(stranger.status).toBe(401);
  expect(await ask(SIGN_IN.customer, { body: { email, password } })).toEqual(stranger);

  const taken = await ask(`${SIGN_IN.customer}/register`, { body: { email: account.email, password } });
  expect(taken.status).toBe(401);
  expect(await ask(`${SIGN_IN.customer}/register`, { body: { email, password } })).toEqual(taken);

  const reset = (identifier: string) =>
    ask(`${SIGN_IN.customer}/reset-password`, { body: { identifier, metadata: { country: "gb" } } });
  expect(await reset(email)).toEqual(await reset(newEmail()));
  // The queue of mails has gone past the admin's once a later one is there.
  await requestReset(store, account.email);
  expect(await readAllMail()).not.toContain(email);

  const { body } = await ask(`/admin/customers?q=${encodeURIComponent(email)}`, { token: root });
  expect(body.customers).toEqual([]);
  expect((await ask("/admin/users/me", { token: admin.token })).status).toBe(200);
});

test("A shopper's login is no admin's: signing in, registering, resetting and an invitation all refuse it", async ({
  account,
  admin,
  root,
}) => {
  const { email, password } = account;
  const stranger = await ask(SIGN_IN.user, { body: { email: newEmail(), password } });
  expect(await ask(SIGN_IN.user, { body: { email, password } })).toEqual(stranger);
  expect(stranger.status).toBe(401);
  const taken = await ask(`${SIGN_IN.user}/register`, { body: { email: admin.email, password } });
  expect(await ask(`${SIGN_IN.user}/register`, { body: { email, password } })).toEqual(taken);
  expect((await ask(`${SIGN_IN.user}/reset-password`, { body: { identifier: email } })).status).toBe(201);

  const invitation = await invite(root, email);
  expect((await acceptInvite(invitation, account.token, email)).status).toBe(401);
  expect((await ask("/store/customers/me", { token: account.token })).status).toBe(200);
});

test("One login becomes a shopper's or an admin's, never both, however many ask at once", async ({
  root,
}) => {
  const credentials = { email: newEmail(), password: NEW_PASSWORD };
  const invitation = await invite(root, credentials.email);
  const asUser = await ask(`${SIGN_IN.user}/register`, { body: credentials });
  const asCustomer = await ask(`${SIGN_IN.customer}/register`, { body: credentials });
  const both = await Promise.all([
    ask("/store/customers", { token: asCustomer.body.token as string, body: { email: credentials.email } }),
    acceptInvite(invitation, asUser.body.token as string, credentials.email),
  ]);
  const winners = both.filter(({ status }) => status === 200);
  expect(winners).toHaveLength(1);
  const signedIn = await Promise.all(Object.values(SIGN_IN).map((path) => ask(path, { body: credentials })));
  expect(signedIn.map(({ status }) => status).toSorted()).toEqual([200, 401]);
});

test("Nobody signs in as any other kind of actor", async ({ account, admin }) => {
  for (const { email, password } of [account, admin])
    for (const actor of ["vendor", "CUSTOMER", "User", "api-key", "%63ustomers"])
      for (const path of ["", "/register", "/reset-password"]) {
        const body = { email, password, identifier: email };
        const answer = await ask(`/auth/${actor}/emailpass${path}`, { body });
        expect([401, 404], `${actor}${path}`).toContain(answer.status);
        expect(answer.body.token).toBeUndefined();
      }
});

test("How long a refusal takes does not tell which addresses have a login, while many ask at once", async ({
  account,
  other,
  admin,
}) => {
  const known = [account.email, other.email, admin.email];
  const time = async (email: string) => {
    const startedAt = performance.now();
    const answer = await ask(SIGN_IN.customer, { body: { email, password: "not-this-one" } });
    expect(answer.status).toBe(401);
    return performance.now() - startedAt;
  };
  const attempts = Array.from({ length: 12 }, (_, index) => [
    time(known[index % known.length] ?? ""),
    time(newEmail()),
  ]);
  const times = await Promise.all(attempts.map((pair) => Promise.all(pair)));
  const [ofKnown, ofUnknown] = [0, 1].map((side) => median(times.map((pair) => pair[side] ?? 0)));
  // Without a hash, an unknown address was answered in a tenth of the time.
  expect((ofUnknown ?? 0) / (ofKnown ?? 1)).toBeGreaterThan(0.4);
  expect((ofUnknown ?? 0) / (ofKnown ?? 1)).toBeLessThan(2.5);
});

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
