import { randomUUID } from "node:crypto";
import type { Ending } from "../../../e2e/model/shopper";
import type { Random } from "../../../e2e/support/random";
import { LoadTestBrowser } from "../browser";
import { STATE_PATH } from "../check-response";
import type { RevokedToken, Shopper } from "../shopper";
import { checkState, failScenario, open, submitForm, visit, type Actor } from "../visit";

/** A form that ends sessions. */
type Revocation = { path: string; form: string; ends: Ending; fields?: Record<string, string> };

const KEPT_TOKENS = 12;
const REPLAYED_TOKENS = 2;
const PRIVATE_PATHS = ["/us/account", "/us/account/orders", "/us/cart", STATE_PATH];
const SECURITY = "/us/account/security";

export async function signOut(actor: Actor, random: Random): Promise<void> {
  await revoke(actor, { path: "/us/account", form: "sign-out", ends: "own" });
  await replayNewest(actor.shopper, random);
}

/** The form is only there when there are others. */
export async function signOutOthers(actor: Actor, random: Random): Promise<void> {
  if (actor.shopper.signedInBrowsers.length < 2) return;
  await revoke(actor, { path: SECURITY, form: "other-devices", ends: "others" });
  await replayNewest(actor.shopper, random);
}

export async function signOutEverywhere(actor: Actor, random: Random): Promise<void> {
  await revoke(actor, { path: SECURITY, form: "everywhere", ends: "all" });
  await replayNewest(actor.shopper, random);
}

export async function changePassword(actor: Actor, random: Random): Promise<void> {
  const { account } = actor.shopper;
  if (!account) return;
  const newPassword = `changed-${randomUUID()}`;
  const fields = { currentPassword: account.identity.password, newPassword };
  await revoke(actor, { path: "/us/account/profile", form: "password", ends: "all", fields });
  account.identity = { ...account.identity, password: newPassword };
  await replayNewest(actor.shopper, random);
}

/** Presents a copy of a token whose session ended a while ago. */
export async function replayRevokedToken({ shopper }: Actor, random: Random): Promise<void> {
  const { revokedTokens } = shopper;
  if (revokedTokens.length > 0) await replay(shopper, random.pick(revokedTokens), random);
}

/** Submits the form while the other browsers go on. From its response on, the sessions must be over. */
async function revoke(actor: Actor, { path, ends, ...submission }: Revocation): Promise<void> {
  const { shopper, browser } = actor;
  const page = await open(actor, path);
  const others = shopper.signedInBrowsers.filter((other) => other !== browser);
  const { ended, confirm } = shopper.beginEnd(browser, ends, performance.now());
  const copies = ended.flatMap(copyTokens);
  const [led] = await Promise.all([
    submitForm(actor, page, { ...submission, onResponse: confirm }),
    ...others.map((other) => checkState({ shopper, browser: other })),
  ]);
  if (led?.refusal) throw failScenario(shopper, `${submission.form}: ${led.refusal}`);
  shopper.revokedTokens = [...copies, ...shopper.revokedTokens].slice(0, KEPT_TOKENS);
  shopper.context.stats.addEvent(`${submission.form}: done`);
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

/** Presents a revoked token from another browser. */
async function replay(shopper: Shopper, { session, token }: RevokedToken, random: Random): Promise<void> {
  for (const path of PRIVATE_PATHS) {
    const browser = new LoadTestBrowser(`a browser with a stolen token of ${shopper.name}`, {
      ...shopper.context,
      random,
    });
    browser.session = session;
    browser.setToken(token);
    await visit({ shopper, browser }, { path });
    shopper.context.stats.addEvent("revoked tokens presented");
  }
}
