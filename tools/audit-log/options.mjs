// @ts-check
import { parseArgs } from "node:util";
import { Failure } from "../stack/failure.mjs";

/**
 * @typedef {{
 *   customer?: string,
 *   order?: string,
 *   type?: string,
 *   since?: Date,
 *   limit: number,
 *   isCheckOnly: boolean,
 *   isHelp: boolean,
 * }} AuditOptions
 */

export const USAGE = `npm run audit-log -- [options]

  --customer cus_…|name@example.com   what concerns one customer, failed sign-ins with the address included
  --order order_…                     what concerns one order
  --type session.revoked              one kind of event; "session" is every kind that begins with it
  --since 24h|7d|2026-11-21           no older than that (m, h, d, w, or a date, in universal time)
  --limit 50                          at most so many, the newest
  --check                             only the check of the orders, without a list

Exits 0 when every order is its session's customer's, 1 when one is not, 2 when it could not be looked at.`;

const DEFAULT_LIMIT = 50;
const HIGHEST_LIMIT = 10_000;
const UNIT_MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const OPTIONS = /** @type {const} */ ({
  customer: { type: "string" },
  order: { type: "string" },
  type: { type: "string" },
  since: { type: "string" },
  limit: { type: "string" },
  check: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
});

/**
 * What a person asks of the log.
 * @param {string[]} args
 * @param {Date} now
 * @returns {AuditOptions}
 */
export function readOptions(args, now) {
  const { customer, order, type, since, limit, check, help } = parse(args);
  return {
    ...(customer ? { customer: requireShape(CUSTOMER, customer) } : {}),
    ...(order ? { order: requireShape(ORDER, order) } : {}),
    ...(type ? { type: requireShape(TYPE, type) } : {}),
    ...(since ? { since: readMoment(since, now) } : {}),
    limit: limit === undefined ? DEFAULT_LIMIT : readLimit(limit),
    isCheckOnly: check,
    isHelp: help,
  };
}

const CUSTOMER = {
  option: "--customer",
  shape: /^cus_\w+$|^[^@\s]+@[^@\s]+$/u,
  like: "cus_01… or an e-mail address",
};
const ORDER = { option: "--order", shape: /^order_\w+$/u, like: "order_01…, as in the address of its page" };
const TYPE = {
  option: "--type",
  shape: /^[a-z][a-z.-]*$/u,
  like: "session.revoked, or session for all of them",
};

/**
 * @param {{ option: string, shape: RegExp, like: string }} rule
 * @param {string} text
 */
function requireShape({ option, shape, like }, text) {
  if (shape.test(text)) return text;
  throw new Failure(`${option} is "${text}".`, { advice: `It looks like this: ${like}` });
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (cause) {
    throw new Failure(/** @type {Error} */ (cause).message, { advice: USAGE, cause });
  }
}

/**
 * @param {string} text
 * @param {Date} now
 */
function readMoment(text, now) {
  const [, amount, unit] = /^(\d{1,6})([mhdw])$/u.exec(text) ?? [];
  if (amount && unit) {
    const length = UNIT_MILLISECONDS[/** @type {keyof typeof UNIT_MILLISECONDS} */ (unit)];
    return new Date(now.getTime() - Number(amount) * length);
  }
  const moment = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/u.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new Failure(`--since is "${text}".`, {
    advice: "It looks like this: 90m, 24h, 7d, 4w, 2026-11-21 or 2026-11-21T08:00Z",
  });
}

/** @param {string} text */
function readLimit(text) {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= HIGHEST_LIMIT) return limit;
  throw new Failure(`--limit is "${text}".`, { advice: `It is a number from 1 to ${HIGHEST_LIMIT}.` });
}
