// @ts-check
import { judge } from "./judge.mjs";
import { parsePage } from "./form.mjs";
import { readPage, readPayload, readShopper } from "./sight.mjs";

/**
 * @typedef {import("node-html-parser").HTMLElement} Element
 * @typedef {import("./device.mjs").Answer} Answer
 * @typedef {import("./device.mjs").Device} Device
 * @typedef {import("./device.mjs").Request} Request
 * @typedef {import("./session-model.mjs").SessionModel} SessionModel
 * @typedef {import("./session-model.mjs").Viewer} Viewer
 * @typedef {import("./shopper.mjs").Shopper} Shopper
 * @typedef {import("./sight.mjs").Sight} Sight
 * @typedef {Request & { kind?: string, typed?: string[], onAnswer?: (at: number) => void }} Call `kind`: what it is
 *   called in the table, if it is not a look at a page; `typed`: markers of another's that stand in the form;
 *   `onAnswer`: told when the form's own answer is there, before it leads anywhere
 * @typedef {{ path: string, page: Element, sight: Sight }} Visit
 * @typedef {{ shopper: Shopper, device: Device, call: Call, session: SessionModel | null }} Exchange
 */

export const WHO_IS_HERE = "/api/shopper";
const MOST_REDIRECTS = 5;
const TRAIL = 16;

/** What the table calls a look, by the path; the first that fits. Of the last group everybody is shown the same. */
const KINDS = /** @type {const} */ ([
  [WHO_IS_HERE, "who is here"],
  ["/us/cart", "cart page"],
  ["/us/account", "account page"],
  ["/us/checkout", "checkout page"],
  ["/us/order", "order page"],
  ["/us/login", "entry page"],
  ["/us/register", "entry page"],
]);
const STATIC = "static page";

/** The request came back with something that the errand cannot go on from. It is counted already. */
export class Stuck extends Error {}

/**
 * Makes a request as a browser does, redirects included, and checks every answer against what is known.
 * @param {Shopper} shopper
 * @param {Device} device
 * @param {Call} call
 * @returns {Promise<Visit | null>} where it led; null when the answer was lost on its way
 * @throws {Stuck} when there was no answer, or an error
 */
export async function visit(shopper, device, call) {
  let next = call;
  // What was typed comes back with the message about it, to this browser, until a form is sent again.
  if (call.form) device.typed = new Set(call.typed);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const exchange = { shopper, device, call: next, session: device.session };
    const answer = await exchangeOnce(exchange);
    if (!answer) return null;
    const visited = examine(exchange, answer);
    next.onAnswer?.(answer.span.answeredAt);
    if (!answer.location) return visited;
    // The router's requests are sent on to an address of their own, with the same headers.
    next = { path: answer.location, payload: next.payload };
  }
  throw fail({ shopper, device, call: next, session: null }, "redirects without end");
}

/** @param {Exchange} exchange */
async function exchangeOnce(exchange) {
  try {
    const answer = await exchange.device.send(exchange.call);
    if (!answer) exchange.shopper.ground.tally.addEvent("answers lost");
    return answer;
  } catch (error) {
    throw fail(exchange, describeError(error));
  }
}

/**
 * @param {Exchange} exchange
 * @param {Answer} answer
 * @returns {Visit}
 */
function examine(exchange, answer) {
  const { shopper, call } = exchange;
  const { sentAt, answeredAt } = answer.span;
  shopper.ground.tally.addAnswer(kindOf(call), answeredAt - sentAt);
  note(exchange, answer);
  if (answer.status >= 400) throw fail(exchange, String(answer.status));
  const page = parsePage(answer.body);
  const sight = answer.location ? {} : look(call, { answer, page });
  if (sight.isOut) throw fail(exchange, "out of order");
  const viewer = exchange.session?.viewerOf(answer.span) ?? "nobody";
  report(exchange, { answer, sight, viewer });
  learn(exchange, { answer, sight, viewer });
  return { path: call.path, page, sight };
}

/**
 * @param {Call} call
 * @param {{ answer: Answer, page: Element }} answered
 * @returns {Sight}
 */
function look({ path, payload }, { answer, page }) {
  if (path === WHO_IS_HERE) return readShopper(answer.body);
  return payload ? readPayload(answer.body) : readPage(page);
}

/** @typedef {{ answer: Answer, sight: Sight, viewer: Viewer }} Seen */

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
  if (findings.some(({ kind }) => kind === "cart")) adopt(exchange, sight);
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

/** A wrong cart is reported once, and is then what is there. @param {Exchange} exchange @param {Sight} sight */
function adopt({ shopper, device }, { shown, lines }) {
  const basket = shown && shopper.account ? shopper.account.basket : device.basket;
  basket.begin();
  basket.settle(performance.now(), lines);
}

/** @param {string} what */
function asMarker(what) {
  return { kind: /** @type {const} */ ("marker"), what };
}

/** Sealed cookies are where secrets belong. @param {[string, string]} header */
function isShown([name]) {
  return name !== "set-cookie";
}

/** @param {Call} call */
function kindOf({ kind, payload, path }) {
  if (kind) return kind;
  if (payload) return "payload";
  return KINDS.find(([start]) => path.startsWith(start))?.[1] ?? STATIC;
}

/** @param {Exchange} exchange @param {Answer} answer */
function note({ shopper, device, call }, { status, location, span }) {
  const at = (span.sentAt / 1_000).toFixed(3);
  const where = `${call.form ? "POST" : "GET"} ${call.path}${call.payload ? " (payload)" : ""}`;
  shopper.trail.push(`${at} s: ${device.name}: ${where} → ${status}${location ? ` ${location}` : ""}`);
  shopper.trail.splice(0, shopper.trail.length - TRAIL);
}

/** @param {Exchange} exchange @param {string} what */
function fail({ shopper, call }, what) {
  shopper.ground.tally.addError(`${what} (${kindOf(call)})`);
  return new Stuck(`${what}: ${call.path}`);
}

/** @param {unknown} error */
function describeError(error) {
  const { code, name, message } = /** @type {NodeJS.ErrnoException} */ (error);
  return code ?? `${name}: ${message}`;
}
