import type { Fields } from "../http/form";
import { checkState, failScenario, open, type Actor } from "../http/visit";
import { addLines } from "../model/expected-cart";
import { SessionModel } from "../model/session-model";
import type { Account, Shopper } from "../model/shopper";
import type { Random } from "../random";
import { viewPage } from "./requests";
import { submitForm } from "./submit-form";

type SignIn = { path: string; form: string; kind: string; fields: Fields };

/** Registers in the first browser. With an account, signs in. */
export async function register(shopper: Shopper, random: Random): Promise<void> {
  const { account } = shopper;
  const [browser] = shopper.browsers;
  if (!account || !browser || account.isRegistered) return signIn(shopper, random);
  const { firstName, lastName, email } = account.identity;
  const fields = { firstName, lastName, email, password: account.password };
  const form = { path: "/us/register", form: "register", kind: "register", fields };
  await submitSignIn({ shopper, browser }, account, form);
  account.isRegistered = true;
}

/** Signs in, in a browser that is signed out; views a page where there is none. */
export async function signIn(shopper: Shopper, random: Random): Promise<void> {
  const { account, signedOutBrowsers } = shopper;
  if (!account?.isRegistered || signedOutBrowsers.length === 0) return viewPage(shopper, random);
  const actor = { shopper, browser: random.pick(signedOutBrowsers) };
  const fields = { email: account.identity.email, password: account.password };
  await submitSignIn(actor, account, { path: "/us/login", form: "sign-in", kind: "sign in", fields });
}

/** A guest's cart is merged. When this fails, the contents of both carts stay unknown for the rest of the test. */
async function submitSignIn(actor: Actor, account: Account, { path, form, kind, fields }: SignIn) {
  const { shopper, browser } = actor;
  const page = await open(actor, path);
  for (const cart of [browser.cart, account.cart]) cart.beginChange();
  browser.takeTokens();
  const led = await submitForm(actor, page, {
    kind,
    form: { name: form },
    fields,
    typedCanaries: [account.canary],
    onResponse: (at) => void (browser.session = new SessionModel(at, shopper.context.idleMs)),
  });
  if (led?.observation.customer !== account.identity.email)
    throw failScenario(shopper, `${kind} led to ${led?.path}`);
  const now = performance.now();
  browser.typedCanaries = new Set();
  account.cart.settleChange(now, addLines(account.cart.lines, browser.cart.lines));
  browser.cart.settleChange(now, new Map());
  shopper.context.stats.addEvent(`${kind}: done`);
  await checkState(actor);
}

/** A wrong password must not sign in. */
export async function tryPassword(shopper: Shopper, random: Random): Promise<void> {
  const { account, signedOutBrowsers } = shopper;
  if (!account?.isRegistered || signedOutBrowsers.length === 0) return viewPage(shopper, random);
  const actor = { shopper, browser: random.pick(signedOutBrowsers) };
  const fields = { email: account.identity.email, password: `guessed-${random.seed()}` };
  const led = await submitForm(actor, await open(actor, "/us/login"), {
    kind: "try password",
    form: { name: "sign-in" },
    fields,
    typedCanaries: [account.canary],
  });
  if (!led?.document.querySelector('[data-testid="login-error-message"]'))
    throw failScenario(shopper, `a wrong password led to ${led?.path}`);
  await checkState(actor);
}
