import { randomUUID } from "node:crypto";
import type { Ending } from "../../../e2e/model/shopper";
import type { Random } from "../../../e2e/support/random";
import type { Fields } from "../http/form";
import { HttpBrowser } from "../http/http-browser";
import { checkState, failScenario, open, SHOPPER_API, visit, type Actor } from "../http/visit";
import type { RevokedToken, Shopper } from "../shopper";
import { viewPage } from "./requests";
import { submitForm } from "./submit-form";

/** A form that ends sessions. */
type Revocation = {
  path: string;
  form: string;
  kind: string;
  fields?: Fields;
  ends: Ending;
};

const KEPT_TOKENS = 12;
const REPLAYED_TOKENS = 2;
const PRIVATE_PATHS = ["/us/account", "/us/account/orders", "/us/cart", SHOPPER_API];

export async function signOut(shopper: Shopper, random: Random): Promise<void> {
  const actor = pickSignedIn(shopper, random);
  if (!actor) return viewPage(shopper, random);
  await revoke(actor, { path: "/us/account", form: "sign-out", kind: "sign out", ends: "own" });
  await replayNewest(shopper, random);
}

export async function signOutOthers(shopper: Shopper, random: Random): Promise<void> {
  const actor = pickSignedIn(shopper, random);
  // The form is only there when there are others.
  if (!actor || shopper.signedInBrowsers.length < 2) return viewPage(shopper, random);
  const kind = "sign out others";
  await revoke(actor, { path: "/us/account/security", form: "other-devices", kind, ends: "others" });
  await replayNewest(shopper, random);
}

export async function signOutEverywhere(shopper: Shopper, random: Random): Promise<void> {
  const actor = pickSignedIn(shopper, random);
  if (!actor) return viewPage(shopper, random);
  const kind = "sign out everywhere";
  await revoke(actor, { path: "/us/account/security", form: "everywhere", kind, ends: "all" });
  await replayNewest(shopper, random);
}

export async function changePassword(shopper: Shopper, random: Random): Promise<void> {
  const actor = pickSignedIn(shopper, random);
  const { account } = shopper;
  if (!actor || !account) return viewPage(shopper, random);
  const newPassword = `changed-${randomUUID()}`;
  const fields = { currentPassword: account.identity.password, newPassword };
  const form = { path: "/us/account/profile", form: "password", kind: "change password", fields };
  await revoke(actor, { ...form, ends: "all" });
  account.identity = { ...account.identity, password: newPassword };
  await replayNewest(shopper, random);
}

/** Presents a copy of a token whose session ended a while ago. */
export async function replayRevokedToken(shopper: Shopper, random: Random): Promise<void> {
  const { revokedTokens } = shopper;
  if (revokedTokens.length === 0) return viewPage(shopper, random);
  await replay(shopper, random.pick(revokedTokens), random);
}

/** Submits the form while the other browsers go on. From its response on, the sessions must be over. */
async function revoke(actor: Actor, { path, form, kind, fields, ends }: Revocation): Promise<void> {
  const { shopper, browser } = actor;
  const page = await open(actor, path);
  const others = shopper.signedInBrowsers.filter((other) => other !== browser);
  const { ended, confirm } = shopper.beginEnd(browser, ends, performance.now());
  const copies = ended.flatMap(copyTokens);
  const [led] = await Promise.all([
    submitForm(actor, page, { kind, form: { name: form }, fields, onResponse: confirm }),
    ...others.map((other) => checkState({ shopper, browser: other })),
  ]);
  const refusal = led?.document.querySelector("form [role=alert]")?.textContent;
  if (refusal) throw failScenario(shopper, `${kind}: ${refusal}`);
  shopper.revokedTokens = [...copies, ...shopper.revokedTokens].slice(0, KEPT_TOKENS);
  shopper.context.stats.addEvent(`${kind}: done`);
  await Promise.all(shopper.browsers.map((each) => checkState({ shopper, browser: each })));
}

function copyTokens(browser: HttpBrowser): RevokedToken[] {
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
    const browser = new HttpBrowser(`a thief of ${shopper.name}'s`, { ...shopper.context, random });
    browser.session = session;
    await browser.setToken(token);
    await visit({ shopper, browser }, { path });
    shopper.context.stats.addEvent("revoked tokens presented");
  }
}

function pickSignedIn(shopper: Shopper, random: Random): Actor | null {
  const { signedInBrowsers } = shopper;
  return signedInBrowsers.length === 0 ? null : { shopper, browser: random.pick(signedInBrowsers) };
}
