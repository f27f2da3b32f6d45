// @ts-check
import { parsePage } from "./form.mjs";
import { isOwners, judge } from "./judge.mjs";
import { readPage, readPayload, readShopper } from "./sight.mjs";

/**
 * @typedef {import("node-html-parser").HTMLElement} Element
 * @typedef {import("./device.mjs").Answer} Answer
 * @typedef {import("./device.mjs").Device} Device
 * @typedef {import("./session-model.mjs").SessionModel} SessionModel
 * @typedef {import("./session-model.mjs").Viewer} Viewer
 * @typedef {import("./shopper.mjs").Shopper} Shopper
 * @typedef {import("./sight.mjs").Sight} Sight
 * @typedef {import("./visit.mjs").Call} Call
 * @typedef {{ path: string, page: Element, sight: Sight }} Visit
 * @typedef {{ shopper: Shopper, device: Device, call: Call, session: SessionModel | null }} Exchange `session`: the
 *   one that the request was sent with
 * @typedef {{ answer: Answer, sight: Sight, viewer: Viewer }} Seen
 */

const TRAIL = 16;
const STATIC = "static page";
const PAYLOAD = "payload";
const WHO = "who is here";

/** What the table calls a look, by the path; the first that fits. Of all other pages everybody is shown the same. */
const KINDS = /** @type {const} */ ([
  ["/api/shopper", WHO],
  ["/us/cart", "cart page"],
  ["/us/account", "account page"],
  ["/us/checkout", "checkout page"],
  ["/us/order", "order page"],
  ["/us/login", "entry page"],
  ["/us/register", "entry page"],
]);

/**
 * Holds an answer against everything that is known of who has asked, counts what is wrong with it, and learns from it.
 * @param {Exchange} exchange
 * @param {Answer} answer
 * @returns {Visit}
 */
export function examine(exchange, answer) {
  const { shopper, call, session } = exchange;
  const { sentAt, answeredAt } = answer.span;
  shopper.ground.tally.addAnswer(kindOf(call), answeredAt - sentAt);
  note(exchange, answer);
  const page = parsePage(answer.body);
  const sight = answer.status === 200 ? look(call, { answer, page }) : {};
  const seen = { answer, sight, viewer: session?.viewerOf(answer.span) ?? "nobody" };
  report(exchange, seen);
  learn(exchange, seen);
  return { path: call.path, page, sight };
}

/**
 * What the table calls a request.
 * @param {Call} call
 */
export function kindOf({ kind, payload, path }) {
  if (kind) return kind;
  if (payload) return PAYLOAD;
  return KINDS.find(([start]) => path.startsWith(start))?.[1] ?? STATIC;
}

/**
 * @param {Call} call
 * @param {{ answer: Answer, page: Element }} answered
 * @returns {Sight}
 */
function look(call, { answer, page }) {
  if (kindOf(call) === WHO) return readShopper(answer.body);
  return call.payload ? readPayload(answer.body) : readPage(page);
}

/**
 * @param {Exchange} exchange
 * @param {Seen} seen
 */
function report(exchange, { answer, sight, viewer }) {
  const { shopper, device, call } = exchange;
  const { markers, tally } = shopper.ground;
  const text = [answer.location, ...answer.headers.filter(isShown).flat(), answer.body].join("\n");
  const hidden = answer.cookies.filter((cookie) => "httpOnly" in cookie && cookie.httpOnly);
  const { account } = shopper;
  const findings = [
    ...markers.listForeign(text, listOwn(exchange, viewer)).map(asMarker),
    ...markers.listShared(device.name, hidden).map(asMarker),
    ...judge(sight, { viewer, owner: account, guest: device, span: answer.span }),
  ];
  const request = `${call.form ? "POST" : "GET"} ${call.path}`;
  for (const finding of findings)
    tally.addFault({ ...finding, who: device.name, request, trail: [...shopper.trail] });
  if (findings.some(({ kind }) => kind === "cart")) adopt(exchange, { answer, sight, viewer });
}

/**
 * What the reader of this answer may read: of a page that is the same for all, nothing of anybody.
 * @param {Exchange} exchange
 * @param {Viewer} viewer
 */
function listOwn({ shopper, device, call }, viewer) {
  if (kindOf(call) === STATIC) return new Set();
  const own = viewer === "nobody" ? [device.canary] : shopper.ownMarkers;
  return new Set([...own, ...device.typed]);
}

/**
 * What the answer teaches about the session.
 * @param {Exchange} exchange
 * @param {Seen} seen
 */
function learn({ shopper, session }, { answer, sight, viewer }) {
  if (!session || session.hasEnded) return;
  if (sight.shown !== null) session.lastUsedAt = Math.max(session.lastUsedAt, answer.span.sentAt);
  else session.confirmEnd(answer.span.answeredAt);
  if (sight.shown === null && viewer === "either")
    shopper.ground.tally.addEvent(`ended: ${sight.ended ?? "?"}`);
}

/** A wrong cart is reported once, and is then what is there. @param {Exchange} exchange @param {Seen} seen */
function adopt({ shopper: { account }, device }, { sight, viewer }) {
  const basket = account && isOwners(sight, viewer) ? account.basket : device.basket;
  basket.begin();
  basket.settle(performance.now(), sight.lines);
}

/** @param {string} what */
function asMarker(what) {
  return { kind: /** @type {const} */ ("marker"), what };
}

/** Sealed cookies are where secrets belong. @param {[string, string]} header */
function isShown([name]) {
  return name !== "set-cookie";
}

/** @param {Exchange} exchange @param {Answer} answer */
function note({ shopper, device, call }, { status, location, span }) {
  const at = (span.sentAt / 1_000).toFixed(3);
  const where = `${call.form ? "POST" : "GET"} ${call.path}${call.payload ? " (payload)" : ""}`;
  shopper.trail.push(`${at} s: ${device.name}: ${where} → ${status}${location ? ` ${location}` : ""}`);
  shopper.trail.splice(0, shopper.trail.length - TRAIL);
}
