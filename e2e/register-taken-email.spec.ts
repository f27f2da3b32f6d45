import { expect, test } from "./support/fixtures";
import { newIdentity } from "./support/identity";
import { HttpBrowser } from "./support/http-browser";

const SESSION_COOKIE = "__Host-cloakroom-session";
const TOLD = "This address already has an account.";
const NEUTRAL = "We could not make an account with that address.";

test("Registering a taken address changes and opens nothing, and reveals the account only with its password", async ({
  people,
  backend,
}) => {
  const { canary, firstName, lastName, email, password } = newIdentity("shopper");
  people.canaries.push(canary);
  const register = async (typed: object) => {
    const browser = new HttpBrowser();
    const response = await browser.submit("/us/register?next=%2Fus%2Fcart", "password", {
      firstName,
      lastName,
      email,
      password,
      ...typed,
    });
    return { ...response, isIn: browser.cookies.has(SESSION_COOKIE) };
  };
  expect((await register({})).isIn).toBe(true);

  const owner = await register({
    firstName: "Grace",
    phone: "+1 212 555 0100",
    email: ` ${email.toUpperCase()}`,
  });
  expect(owner.isIn).toBe(false);
  expect(owner.html).toContain(TOLD);
  expect(owner.html, "the way to sign in").toMatch(
    /data-testid="register-error".*?href="\/us\/login\?next=%2Fus%2Fcart"/s,
  );
  expect(owner.html, "what was typed").toContain('value="Grace"');
  expect(await backend.findCustomer(email)).toMatchObject({ first_name: firstName, phone: null });

  const stranger = await register({ password: "not-the-password-of-hers" });
  expect(stranger.isIn).toBe(false);
  expect(stranger.html).toContain(NEUTRAL);
  expect(stranger.html).not.toContain(TOLD);
});
