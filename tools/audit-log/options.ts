import { parseOptions } from "../options";
import { UserError } from "../stack/user-error";

export type AuditLogOptions = {
  customer?: string;
  order?: string;
  type?: string;
  since?: Date;
  limit: number;
  isCheckOnly: boolean;
  /** The payments instead of the events. */
  isAboutPayments: boolean;
};

const OPTIONS = {
  customer: "text",
  order: "text",
  type: "text",
  since: "text",
  limit: [1, 10_000],
  check: "flag",
  payments: "flag",
} as const;

/** The form of a value, and how an example of it looks. */
const FORMS = [
  { name: "customer", pattern: /^cus_\w+$|^[^@\s]+@[^@\s]+$/u, example: "cus_01… or an e-mail address" },
  { name: "order", pattern: /^order_\w+$/u, example: "order_01…, as in the address of its page" },
  { name: "type", pattern: /^[a-z][a-z.-]*$/u, example: "session.revoked, or session for all of them" },
] as const;

const MINUTE = 60_000;
const UNITS: Record<string, number> = { m: MINUTE, h: 60 * MINUTE, d: 1_440 * MINUTE, w: 10_080 * MINUTE };

export function parseAuditLogOptions(args: string[], now: Date): AuditLogOptions {
  const {
    since,
    limit = 50,
    check = false,
    payments = false,
    ...texts
  } = parseOptions("audit-log", args, OPTIONS);
  for (const { name, pattern, example } of FORMS) {
    const text = texts[name];
    if (text !== undefined && !pattern.test(text))
      throw new UserError(`--${name} is "${text}".`, { advice: `It looks like this: ${example}` });
  }
  return {
    ...texts,
    since: since === undefined ? undefined : parseSince(since, now),
    limit,
    isCheckOnly: check,
    isAboutPayments: payments,
  };
}

function parseSince(text: string, now: Date): Date {
  const [, amount, unit = ""] = /^(\d{1,6})([mhdw])$/u.exec(text) ?? [];
  const milliseconds = UNITS[unit];
  if (amount && milliseconds) return new Date(now.getTime() - Number(amount) * milliseconds);
  const moment = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/u.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new UserError(`--since is "${text}".`, {
    advice: "It looks like this: 90m, 24h, 7d, 4w, 2026-11-21 or 2026-11-21T08:00Z",
  });
}
