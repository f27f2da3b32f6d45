import { apiTest as test, expect } from "./support/api-test";
import { requestMedusa } from "./support/medusa-request";
import { requestResetToken } from "./support/password-reset";
import { newEmail, registerCustomer, signInCustomer } from "./support/medusa-store-api";

/** Each with the backend's error code. */
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

test("No route accepts a common or personal password, and each says why", async ({ storeApi, customer }) => {
  const { token, email, password } = customer;
  const link = await requestResetToken(storeApi, email);
  for (const [weak, code] of [...REFUSED, [email, "password_personal"] as const]) {
    const refused = { status: 400, body: { code } };
    const change = { old_password: password, new_password: weak };
    expect(await requestMedusa("/store/customers/me/password", { token, body: change })).toMatchObject(
      refused,
    );
    const body = { password: weak };
    expect(await requestMedusa("/auth/customer/emailpass/update", { token: link, body })).toMatchObject(
      refused,
    );
    const login = { email: code === "password_personal" ? email : newEmail(), password: weak };
    for (const actor of ["customer", "user"])
      expect(await requestMedusa(`/auth/${actor}/emailpass/register`, { body: login })).toMatchObject(
        refused,
      );
  }
  expect(await signInCustomer(storeApi, customer), "the password is as it was").toBeTruthy();
  const body = { password: "chosen-anew-by-mail" };
  const use = await requestMedusa("/auth/customer/emailpass/update", { token: link, body });
  expect(use.status, "the link is not used up").toBe(200);
});

test("A wrong current password is reported before problems of the new one", async ({ customer }) => {
  const body = { old_password: "not-this-one", new_password: "password" };
  const response = await requestMedusa("/store/customers/me/password", { token: customer.token, body });
  expect(response).toMatchObject({ status: 403, body: { code: "wrong_password" } });
});

test("One password is the same on every keyboard", async ({ storeApi, customer }) => {
  const spellings = ["caf\u00E9-chairs", "cafe\u0301-chairs", "ｃａｆé－ｃｈａｉｒｓ"];
  const [asSet = ""] = spellings;
  for (const next of spellings.slice(1)) {
    const fresh = await registerCustomer(storeApi);
    const change = { old_password: fresh.password, new_password: next };
    await requestMedusa("/store/customers/me/password", { token: fresh.token, body: change });
    for (const password of spellings)
      expect(await signInCustomer(storeApi, { ...fresh, password })).toBeTruthy();
  }
  const link = await requestResetToken(storeApi, customer.email);
  await requestMedusa("/auth/customer/emailpass/update", { token: link, body: { password: asSet } });
  for (const password of spellings)
    expect(await signInCustomer(storeApi, { ...customer, password })).toBeTruthy();
});
