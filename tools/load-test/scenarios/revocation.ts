import { randomUUID } from "node:crypto";
import type { Ending } from "../../../e2e/model/shopper";
import type { Random } from "../../../e2e/support/random";
import { LoadTestBrowser } from "../browser";
import type { RevokedToken, Shopper } from "../shopper";
import { checkState, failScenario, open, SHOPPER_API, submitForm, visit, type Actor } from "../visit";
import { viewPage } from "./requests";

/** A form that ends sessions. */
type Revocation = {
  path: string;
  form: string;
  kind: string;
  ends: Ending;
  fields?: Record<string, string>;
};

const KEPT_TOKENS = 12;
const REPLAYED_TOKENS = 2;
const PRIVATE_PATHS = ["/us/account", "/us/account/orders", "/us/cart", SHOPPER_API];
const SECURITY = "/us/account/security";

const OWN: Revocation = { path: "/us/account", form: "sign-out", kind: "sign out", ends: "own" };
const OTHERS: Revocation = { path: SECURITY, form: "other-devices", kind: "sign out others", ends: "others" };
const ALL: Revocation = { path: SECURITY, form: "everywhere", kind: "sign out everywhere", ends: "all" };

export function signOut(shopper: Shopper, random: Random): Promise<void> {
  return revoke(shopper, random, OWN);
}

/** The form is only there when there are others. */
export function signOutOthers(shopper: Shopper, random: Random): Promise<void> {
  return shopper.signedInBrowsers.length < 2 ? viewPage(shopper, random) : revoke(shopper, random, OTHERS);
}

export function signOutEverywhere(shopper: Shopper, random: Random): Promise<void> {
  return revoke(shopper, random, ALL);
}

export async function changePassword(shopper: Shopper, random: Random): Promise<void> {
  const { account, signedInBrowsers } = shopper;
  if (!account || signedInBrowsers.length === 0) return viewPage(shopper, random);
  const newPassword = `changed-${randomUUID()}`;
  const fields = { currentPassword: account.identity.password, newPassword };
  const form = { path: "/us/account/profile", form: "password", kind: "change password", fields };
  await submitRevocation({ shopper, browser: random.pick(signedInBrowsers) }, { ...form, ends: "all" });
  account.identity = { ...account.identity, password: newPassword };
  await replayNewest(shopper, random);
}

/** Presents a copy of a token whose session ended a while ago. */
export async function replayRevokedToken(shopper: Shopper, random: Random): Promise<void> {
  const { revokedTokens } = shopper;
  if (revokedTokens.length === 0) return viewPage(shopper, random);
  await replay(shopper, random.pick(revokedTokens), random);
}

/** Ends sessions from a browser that is signed in. */
async function revoke(shopper: Shopper, random: Random, revocation: Revocation): Promise<void> {
  const { signedInBrowsers } = shopper;
  if (signedInBrowsers.length === 0) return viewPage(shopper, random);
  await submitRevocation({ shopper, browser: random.pick(signedInBrowsers) }, revocation);
  await replayNewest(shopper, random);
}

/** Submits the form while the other browsers go on. From its response on, the sessions must be over. */
async function submitRevocation(actor: Actor, { path, ends, ...form }: Revocation): Promise<void> {
  const { shopper, browser } = actor;
  const page = await open(actor, path);
  const others = shopper.signedInBrowsers.filter((other) => other !== browser);
  const { ended, confirm } = shopper.beginEnd(browser, ends, performance.now());
  const copies = ended.flatMap(copyTokens);
  const [led] = await Promise.all([
    submitForm(actor, page, { ...form, onResponse: confirm }),
    ...others.map((other) => checkState({ shopper, browser: other })),
  ]);
  if (led?.refusal) throw failScenario(shopper, `${form.kind}: ${led.refusal}`);
  shopper.revokedTokens = [...copies, ...shopper.revokedTokens].slice(0, KEPT_TOKENS);
  shopper.context.stats.addEvent(`${form.kind}: done`);
  await Promise.all(shopper.browsers.map((each) => checkState({ shopper, browser: each })));
}

function copyTokens(browser: LoadTestBrowser): RevokedToken[] {
  const { session } = browser;
  return session ? browser.takeTokens().map((token) => ({ session, token })) : [];
}

async function replayNewest(shopper: Shopper, random: Random): Promise<void> {
  for (const revoked of shopper.revokedTokens.slice(0, REPLAYED_TOKENS))
    await replay(shopper, revoked, random);
}

/** Presents a revoked token from a thief's browser. */
async function replay(shopper: Shopper, { session, token }: RevokedToken, random: Random): Promise<void> {
  for (const path of PRIVATE_PATHS) {
    const browser = new LoadTestBrowser(`a thief of ${shopper.name}'s`, { ...shopper.context, random });
    browser.session = session;
    browser.setToken(token);
    await visit({ shopper, browser }, { path });
    shopper.context.stats.addEvent("revoked tokens presented");
  }
}
