// @ts-check
import { examine, kindOf } from "./examination.mjs";

/**
 * @typedef {import("./device.mjs").Device} Device
 * @typedef {import("./device.mjs").Request} Request
 * @typedef {import("./examination.mjs").Exchange} Exchange
 * @typedef {import("./examination.mjs").Visit} Visit
 * @typedef {import("./shopper.mjs").Shopper} Shopper
 * @typedef {Request & { kind?: string, typed?: string[], onAnswer?: (at: number) => void }} Call `kind`: what it is
 *   called in the table, if it is not a look at a page; `typed`: markers of another's that stand in the form;
 *   `onAnswer`: told when the form's own answer is there, before it leads anywhere
 */

export const WHO_IS_HERE = "/api/shopper";
const MOST_REDIRECTS = 5;

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
    const answer = await send(exchange);
    if (!answer) return null;
    const visited = examine(exchange, answer);
    if (answer.status >= 400) throw fail(exchange, String(answer.status));
    if (visited.sight.isOut) throw fail(exchange, "out of order");
    next.onAnswer?.(answer.span.answeredAt);
    if (!answer.location) return visited;
    // The router's requests are sent on to an address of their own, with the same headers.
    next = { path: answer.location, payload: next.payload };
  }
  throw fail({ shopper, device, call: next, session: null }, "redirects without end");
}

/** @param {Exchange} exchange */
async function send(exchange) {
  try {
    const answer = await exchange.device.send(exchange.call);
    if (!answer) exchange.shopper.ground.tally.addEvent("answers lost");
    return answer;
  } catch (error) {
    throw fail(exchange, describeError(error));
  }
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
