// @ts-check
import { randomUUID } from "node:crypto";
import { Device } from "../device.mjs";
import { SessionModel } from "../session-model.mjs";
import { nameAddress } from "../shopper.mjs";
import { visit, WHO_IS_HERE } from "../visit.mjs";
import { open, post, stuck } from "./posting.mjs";
import { look } from "./reading.mjs";

/**
 * @typedef {import("../dice.mjs").Dice} Dice
 * @typedef {import("../shopper.mjs").Shopper} Shopper
 * @typedef {import("../shopper.mjs").DeadTicket} DeadTicket
 * @typedef {import("../form.mjs").Fields} Fields
 * @typedef {{ shopper: Shopper, device: Device }} Who
 * @typedef {{ page: string, form: string, kind: string, fields?: Fields }} Ending
 * @typedef {{ ends: "own" | "others" | "all" }} Reach "all": this browser goes on in a new session
 */

const KEPT_DEAD = 12;
const REPLAYED = 2;
const PRIVATE_PAGES = ["/us/account", "/us/account/orders", "/us/cart", WHO_IS_HERE];

/** @param {Shopper} shopper @param {Dice} dice */
export async function signOut(shopper, dice) {
  const who = pickSignedIn(shopper, dice);
  if (!who) return look(shopper, dice);
  await end(who, { page: "/us/account", form: "sign-out", kind: "sign out" }, { ends: "own" });
  await replayLast(shopper, dice);
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function signOutOthers(shopper, dice) {
  const who = pickSignedIn(shopper, dice);
  // The form is only there when there are others.
  if (!who || shopper.signedIn.length < 2) return look(shopper, dice);
  const page = "/us/account/security";
  await end(who, { page, form: "other-devices", kind: "sign out others" }, { ends: "others" });
  await replayLast(shopper, dice);
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function signOutEverywhere(shopper, dice) {
  const who = pickSignedIn(shopper, dice);
  if (!who) return look(shopper, dice);
  const page = "/us/account/security";
  await end(who, { page, form: "everywhere", kind: "sign out everywhere" }, { ends: "all" });
  await replayLast(shopper, dice);
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function changePassword(shopper, dice) {
  const who = pickSignedIn(shopper, dice);
  const { account } = shopper;
  if (!who || !account) return look(shopper, dice);
  const newPassword = `changed-${randomUUID()}`;
  const fields = { currentPassword: account.password, newPassword };
  const page = "/us/account/profile";
  await end(who, { page, form: "password", kind: "change password", fields }, { ends: "all" });
  account.password = newPassword;
  await replayLast(shopper, dice);
}

/** Shows copies of tickets whose sessions ended a while ago. @param {Shopper} shopper @param {Dice} dice */
export async function replay(shopper, dice) {
  const { deadTickets } = shopper;
  if (deadTickets.length === 0) return look(shopper, dice);
  await show(shopper, dice.pick(deadTickets), dice);
}

/**
 * Sends the form that ends sessions, while the other devices go on; from its answer on they are over.
 * @param {Who} who
 * @param {Ending} ending
 * @param {Reach} reach
 */
async function end(who, { page, form, kind, fields }, { ends }) {
  const { shopper, device } = who;
  const stands = await open(who, page);
  const others = shopper.signedIn.filter((other) => other !== device);
  const ended = [...(ends === "own" ? [] : others), ...(ends === "others" ? [] : [device])];
  const sessions = ended.flatMap(({ session }) => session ?? []);
  const copies = ended.flatMap(copyTickets);
  for (const session of sessions) session.beginEnd(performance.now());
  const onAnswer = (/** @type {number} */ at) => {
    for (const session of sessions) session.confirmEnd(at);
    if (ends !== "others")
      device.session = ends === "own" ? null : new SessionModel(at, shopper.ground.idleMs);
  };
  const [led] = await Promise.all([
    post(who, stands, { kind, form: { name: form }, typedFields: fields, onAnswer }),
    ...others.map((other) => visit(shopper, other, { path: WHO_IS_HERE })),
  ]);
  const refusal = led?.page.querySelector("form [role=alert]")?.textContent;
  if (refusal) throw stuck(shopper, `${kind}: ${refusal}`);
  shopper.deadTickets = [...copies, ...shopper.deadTickets].slice(0, KEPT_DEAD);
  shopper.ground.tally.addEvent(`${kind}: done`);
  await Promise.all(shopper.devices.map((each) => visit(shopper, each, { path: WHO_IS_HERE })));
}

/**
 * @param {Device} device
 * @returns {DeadTicket[]}
 */
function copyTickets(device) {
  const { session } = device;
  return session ? device.takeTickets().map((ticket) => ({ session, ticket })) : [];
}

/** @param {Shopper} shopper @param {Dice} dice */
async function replayLast(shopper, dice) {
  for (const dead of shopper.deadTickets.slice(0, REPLAYED)) await show(shopper, dead, dice);
}

/**
 * Somebody else's browser, with a copy of a ticket whose session has ended.
 * @param {Shopper} shopper
 * @param {DeadTicket} dead
 * @param {Dice} dice
 */
async function show(shopper, { session, ticket }, dice) {
  const { client, markers, tally } = shopper.ground;
  const name = `a thief of ${shopper.name}'s`;
  const label = { name, canary: markers.issue(name), address: nameAddress(dice.below(65_536), 0) };
  for (const path of PRIVATE_PAGES) {
    const thief = new Device(label, { client, dice });
    thief.session = session;
    await thief.plantTicket(ticket);
    await visit(shopper, thief, { path });
    tally.addEvent("copies of ended sessions shown");
  }
}

/**
 * @param {Shopper} shopper
 * @param {Dice} dice
 * @returns {Who | null}
 */
function pickSignedIn(shopper, dice) {
  return shopper.signedIn.length === 0 ? null : { shopper, device: dice.pick(shopper.signedIn) };
}
