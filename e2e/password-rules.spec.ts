import { ask } from "./support/admin-users";
import { requestReset } from "./support/password-reset";
import { expect, newEmail, register, signIn, test } from "./support/medusa-store-api";

/** Each with the code that the backend answers. */
const REFUSED: [password: string, code: string][] = [
  ["password", "password_common"],
  ["P@ssw0rd!", "password_common"],
  ["ｐａｓｓｗｏｒｄ", "password_common"],
  ["        ", "password_blank"],
  ["\u3000".repeat(8), "password_blank"],
  ["Cloakroom1", "password_personal"],
  ["short", "password_too_short"],
  ["a1".repeat(101), "password_too_long"],
];

test("No route sets a password that is guessed first, and each says why", async ({ store, account }) => {
  const { token, email, password } = account;
  const link = await requestReset(store, email);
  for (const [weak, code] of [...REFUSED, [email, "password_personal"] as const]) {
    const refused = { status: 400, body: { code } };
    const change = { old_password: password, new_password: weak };
    expect(await ask("/store/customers/me/password", { token, body: change })).toMatchObject(refused);
    const body = { password: weak };
    expect(await ask("/auth/customer/emailpass/update", { token: link, body })).toMatchObject(refused);
    const login = { email: code === "password_personal" ? email : newEmail(), password: weak };
    for (const actor of ["customer", "user"])
      expect(await ask(`/auth/${actor}/emailpass/register`, { body: login })).toMatchObject(refused);
  }
  expect(await signIn(store, account), "the password is as it was").toBeTruthy();
  const body = { password: "chosen-anew-by-mail" };
  const use = await ask("/auth/customer/emailpass/update", { token: link, body });
  expect(use.status, "the link is not used up").toBe(200);
});

test("A wrong current password is told before anything about the new one", async ({ account }) => {
  const body = { old_password: "not-this-one", new_password: "password" };
  const answer = await ask("/store/customers/me/password", { token: account.token, body });
  expect(answer).toMatchObject({ status: 403, body: { code: "wrong_password" } });
});

test("One password is the same on every keyboard", async ({ store, account }) => {
  const spellings = ["caf\u00E9-chairs", "cafe\u0301-chairs", "ｃａｆé－ｃｈａｉｒｓ"];
  const [asSet = ""] = spellings;
  for (const next of spellings.slice(1)) {
    const fresh = await register(store);
    const change = { old_password: fresh.password, new_password: next };
    await ask("/store/customers/me/password", { token: fresh.token, body: change });
    for (const password of spellings) expect(await signIn(store, { ...fresh, password })).toBeTruthy();
  }
  const link = await requestReset(store, account.email);
  await ask("/auth/customer/emailpass/update", { token: link, body: { password: asSet } });
  for (const password of spellings) expect(await signIn(store, { ...account, password })).toBeTruthy();
});
