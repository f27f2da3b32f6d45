import type { Random } from "../../../e2e/support/random";
import { checkState, failScenario, open, submitForm, type Actor } from "../visit";

type SignIn = { path: string; form: string; fields: Record<string, string> };

/** Registers, once. */
export async function register(actor: Actor): Promise<void> {
  const { account, isRegistered } = actor.shopper;
  if (!account || isRegistered) return;
  const { canary: _, ...fields } = account.identity;
  await submitSignIn(actor, { path: "/us/register", form: "register", fields });
  actor.shopper.isRegistered = true;
}

export async function signIn(actor: Actor): Promise<void> {
  const { account } = actor.shopper;
  if (!account) return;
  const { email, password } = account.identity;
  await submitSignIn(actor, { path: "/us/login", form: "sign-in", fields: { email, password } });
}

/** A guest's cart is merged. When this fails, the contents of both carts stay unknown for the rest of the test. */
async function submitSignIn(actor: Actor, { path, form, fields }: SignIn): Promise<void> {
  const { shopper, browser } = actor;
  const page = await open(actor, path);
  const settle = shopper.beginSignIn(browser);
  browser.takeTokens();
  const led = await submitForm(actor, page, {
    form,
    fields,
    typedCanaries: shopper.account ? [shopper.account.identity.canary] : [],
    onResponse: (at) => shopper.openSession(browser, at),
  });
  if (led?.observation.customer !== fields.email) throw failScenario(shopper, `${form} led to ${led?.path}`);
  browser.typedCanaries = new Set();
  settle(performance.now());
  shopper.context.stats.addEvent(`${form}: done`);
  await checkState(actor);
}

/** A wrong password must not sign in. */
export async function tryPassword(actor: Actor, random: Random): Promise<void> {
  const { account } = actor.shopper;
  if (!account) return;
  const { email, canary } = account.identity;
  const led = await submitForm(actor, await open(actor, "/us/login"), {
    form: "sign-in",
    fields: { email, password: `guessed-${random.seed()}` },
    typedCanaries: [canary],
  });
  if (!led?.find("login-error-message"))
    throw failScenario(actor.shopper, `a wrong password led to ${led?.path}`);
  await checkState(actor);
}
