// @ts-check
import { visit, WHO_IS_HERE } from "../visit.mjs";

/**
 * @typedef {import("../device.mjs").Device} Device
 * @typedef {import("../dice.mjs").Dice} Dice
 * @typedef {import("../shopper.mjs").Shopper} Shopper
 */

const STATIC_PAGES = ["/us", "/us/store"];
const GUEST_PAGES = ["/us/cart", "/us/cart", WHO_IS_HERE, WHO_IS_HERE, "/us/checkout"];
const CUSTOMER_PAGES = [
  ...GUEST_PAGES,
  "/us/account",
  "/us/account",
  "/us/account/orders",
  "/us/account/profile",
  "/us/account/addresses",
  "/us/account/security",
];
const TABS = 4;
const LOOKS_A_TAB = 3;

/**
 * A page of the catalogue, and what its script asks.
 * @param {Shopper} shopper
 * @param {Dice} dice
 */
export async function browse(shopper, dice) {
  const device = dice.pick(shopper.devices);
  const product = `/us/products/${dice.pick(shopper.ground.shelf).handle}`;
  await visit(shopper, device, { path: dice.pick([...STATIC_PAGES, product]) });
  await visit(shopper, device, { path: WHO_IS_HERE });
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function look(shopper, dice) {
  await visit(shopper, dice.pick(shopper.devices), { path: pickPage(shopper, dice) });
}

/** What the router fetches of a page. @param {Shopper} shopper @param {Dice} dice */
export async function readPayload(shopper, dice) {
  await visit(shopper, dice.pick(shopper.devices), asPayload(pickPage(shopper, dice)));
}

/**
 * Several tabs at once, on all devices: a ticket that is due is shown by several requests together, and one that has
 * been superseded by those that were slow.
 * @param {Shopper} shopper
 * @param {Dice} dice
 */
export async function rush(shopper, dice) {
  const tabs = Array.from({ length: TABS }, async () => {
    const device = dice.pick(shopper.devices);
    for (let count = 0; count < LOOKS_A_TAB; count += 1) {
      const path = pickPage(shopper, dice);
      await visit(shopper, device, dice.below(3) === 0 ? asPayload(path) : { path });
    }
  });
  await Promise.all(tabs);
}

/**
 * Answers that never arrive, with the new tickets in them; then a browser that dies before the newest ticket is on its
 * disk, and comes back with an older one.
 * @param {Shopper} shopper
 * @param {Dice} dice
 */
export async function lose(shopper, dice) {
  const device = dice.pick(shopper.devices);
  const older = device.lastTicket;
  for (const fate of /** @type {const} */ (["unread", "cut", "unread"]))
    await visit(shopper, device, { path: pickPage(shopper, dice), fate });
  await visit(shopper, device, { path: WHO_IS_HERE });
  await visit(shopper, device, { path: WHO_IS_HERE });
  if (older && shopper.signedIn.includes(device)) await device.plantTicket(older);
  await visit(shopper, device, { path: WHO_IS_HERE });
}

/** Looks at the devices left alone for a while, whose sessions would end by themselves. @param {Shopper} shopper */
export async function keepWarm(shopper) {
  const now = performance.now();
  const cooling = shopper.signedIn.filter(({ session }) => session?.isCooling(now));
  await Promise.all(cooling.map((device) => visit(shopper, device, { path: WHO_IS_HERE })));
}

/** @param {Shopper} shopper @param {Dice} dice */
function pickPage({ account }, dice) {
  return dice.pick(account?.isMade ? CUSTOMER_PAGES : GUEST_PAGES);
}

/** The router marks what it fetches, so that no cache takes the payload for the page. @param {string} path */
function asPayload(path) {
  return path === WHO_IS_HERE ? { path } : { path: `${path}?_rsc`, payload: true };
}
