// @ts-check
import { withMore } from "../basket.mjs";
import { SessionModel } from "../session-model.mjs";
import { visit, WHO_IS_HERE } from "../visit.mjs";
import { open, post, stuck } from "./posting.mjs";
import { look } from "./reading.mjs";

/**
 * @typedef {import("../device.mjs").Device} Device
 * @typedef {import("../dice.mjs").Dice} Dice
 * @typedef {import("../form.mjs").Fields} Fields
 * @typedef {import("../shopper.mjs").Shopper} Shopper
 * @typedef {NonNullable<Shopper["account"]>} Account
 * @typedef {{ shopper: Shopper, device: Device, account: Account }} Who
 * @typedef {{ page: string, form: string, kind: string, fields: Fields }} Entry
 */

/** Makes the account on the first device; whoever has one signs in. @param {Shopper} shopper @param {Dice} dice */
export async function register(shopper, dice) {
  const { account } = shopper;
  const [device] = shopper.devices;
  if (!account || !device || account.isMade) return signIn(shopper, dice);
  const { firstName, lastName, email } = account.identity;
  const fields = { firstName, lastName, email, password: account.password };
  await enter(
    { shopper, device, account },
    { page: "/us/register", form: "register", kind: "register", fields },
  );
  account.isMade = true;
}

/** On a device that is not signed in, if there is one. @param {Shopper} shopper @param {Dice} dice */
export async function signIn(shopper, dice) {
  const { account } = shopper;
  const out = shopper.devices.filter((device) => !shopper.signedIn.includes(device));
  if (!account?.isMade || out.length === 0) return look(shopper, dice);
  const fields = { email: account.identity.email, password: account.password };
  const who = { shopper, device: dice.pick(out), account };
  await enter(who, { page: "/us/login", form: "sign-in", kind: "sign in", fields });
}

/**
 * Sends a form that lets its sender in; a guest's cart comes along. One that breaks off leaves it open for good what
 * the carts hold.
 * @param {Who} who
 * @param {Entry} entry
 */
async function enter(who, { page, form, kind, fields }) {
  const { shopper, device, account } = who;
  const baskets = [device.basket, account.basket];
  const stands = await open(who, page);
  for (const basket of baskets) basket.begin();
  device.takeTickets();
  const posting = { kind, form: { name: form }, typedFields: fields, typed: [account.canary] };
  const onAnswer = (/** @type {number} */ at) =>
    void (device.session = new SessionModel(at, shopper.ground.idleMs));
  const led = await post(who, stands, { ...posting, onAnswer });
  if (led?.sight.shown !== account.identity.email) throw stuck(shopper, `${kind} led to ${led?.path}`);
  const now = performance.now();
  device.typed = new Set();
  account.basket.settle(now, withMore(account.basket.lines, device.basket.lines));
  device.basket.settle(now, new Map());
  shopper.ground.tally.addEvent(`${kind}: done`);
  await visit(shopper, device, { path: WHO_IS_HERE });
}

/** A wrong password lets nobody in. @param {Shopper} shopper @param {Dice} dice */
export async function guess(shopper, dice) {
  const { account } = shopper;
  const out = shopper.devices.filter((device) => !shopper.signedIn.includes(device));
  if (!account?.isMade || out.length === 0) return look(shopper, dice);
  const who = { shopper, device: dice.pick(out) };
  const fields = { email: account.identity.email, password: `guessed-${dice.seed()}` };
  const form = { name: "sign-in" };
  const posting = { kind: "guess", form, typedFields: fields, typed: [account.canary] };
  const led = await post(who, await open(who, "/us/login"), posting);
  if (!led?.page.querySelector('[data-testid="login-error-message"]'))
    throw stuck(shopper, `a wrong password led to ${led?.path}`);
  await visit(shopper, who.device, { path: WHO_IS_HERE });
}
