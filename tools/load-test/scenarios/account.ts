import type { Identity } from "../../../e2e/support/identity";
import type { Random } from "../../../e2e/support/random";
import type { Shopper } from "../shopper";
import { checkState, failScenario, open, submitForm, type Actor } from "../visit";
import { viewPage } from "./requests";

type SignIn = { path: string; form: string; kind: string; fields: Record<string, string> };

/** Registers in the first browser. With an account, signs in. */
export async function register(shopper: Shopper, random: Random): Promise<void> {
  const { account } = shopper;
  const [browser] = shopper.browsers;
  if (!account || !browser || shopper.isRegistered) return signIn(shopper, random);
  const { canary: _, ...fields } = account.identity;
  const form = { path: "/us/register", form: "register", kind: "register", fields };
  await submitSignIn({ shopper, browser }, account.identity, form);
  shopper.isRegistered = true;
}

/** Signs in, in a browser that is signed out; views a page where there is none. */
export async function signIn(shopper: Shopper, random: Random): Promise<void> {
  const actor = pickSignedOut(shopper, random);
  if (!actor) return viewPage(shopper, random);
  const { email, password } = actor.identity;
  const form = { path: "/us/login", form: "sign-in", kind: "sign in", fields: { email, password } };
  await submitSignIn(actor, actor.identity, form);
}

/** A guest's cart is merged. When this fails, the contents of both carts stay unknown for the rest of the test. */
async function submitSignIn(actor: Actor, identity: Identity, { path, kind, ...form }: SignIn) {
  const { shopper, browser } = actor;
  const page = await open(actor, path);
  const settle = shopper.beginSignIn(browser);
  browser.takeTokens();
  const led = await submitForm(actor, page, {
    kind,
    ...form,
    typedCanaries: [identity.canary],
    onResponse: (at) => shopper.openSession(browser, at),
  });
  if (led?.observation.customer !== identity.email)
    throw failScenario(shopper, `${kind} led to ${led?.path}`);
  browser.typedCanaries = new Set();
  settle(performance.now());
  shopper.context.stats.addEvent(`${kind}: done`);
  await checkState(actor);
}

/** A wrong password must not sign in. */
export async function tryPassword(shopper: Shopper, random: Random): Promise<void> {
  const actor = pickSignedOut(shopper, random);
  if (!actor) return viewPage(shopper, random);
  const { email, canary } = actor.identity;
  const led = await submitForm(actor, await open(actor, "/us/login"), {
    kind: "try password",
    form: "sign-in",
    fields: { email, password: `guessed-${random.seed()}` },
    typedCanaries: [canary],
  });
  if (!led?.find("login-error-message")) throw failScenario(shopper, `a wrong password led to ${led?.path}`);
  await checkState(actor);
}

/** A browser in which the account can be signed in to. */
function pickSignedOut(shopper: Shopper, random: Random): (Actor & { identity: Identity }) | null {
  const { account, isRegistered, signedOutBrowsers } = shopper;
  if (!account || !isRegistered || signedOutBrowsers.length === 0) return null;
  return { shopper, browser: random.pick(signedOutBrowsers), identity: account.identity };
}
