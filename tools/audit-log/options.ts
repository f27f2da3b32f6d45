import { parseOptions, parseWholeNumber, TEXT } from "../options";
import { UserError } from "../stack/user-error";

export type AuditLogOptions = {
  customer?: string;
  order?: string;
  type?: string;
  since?: Date;
  limit: number;
  isCheckOnly: boolean;
};

const OPTIONS = {
  customer: TEXT,
  order: TEXT,
  type: TEXT,
  since: TEXT,
  limit: TEXT,
  check: { type: "boolean", default: false },
} as const;

/** The form of a value, and how an example of it looks. */
const FORMS = {
  customer: { pattern: /^cus_\w+$|^[^@\s]+@[^@\s]+$/u, example: "cus_01… or an e-mail address" },
  order: { pattern: /^order_\w+$/u, example: "order_01…, as in the address of its page" },
  type: { pattern: /^[a-z][a-z.-]*$/u, example: "session.revoked, or session for all of them" },
};

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 10_000;
const UNIT_MILLISECONDS: Record<string, number> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

export function parseAuditLogOptions(args: string[], now: Date): AuditLogOptions {
  const { customer, order, type, since, limit, check } = parseOptions("audit-log", args, OPTIONS);
  return {
    ...(customer ? { customer: requireForm("customer", customer) } : {}),
    ...(order ? { order: requireForm("order", order) } : {}),
    ...(type ? { type: requireForm("type", type) } : {}),
    ...(since ? { since: parseSince(since, now) } : {}),
    limit: parseWholeNumber("limit", limit, { from: 1, to: MAX_LIMIT }) ?? DEFAULT_LIMIT,
    isCheckOnly: check,
  };
}

function requireForm(name: keyof typeof FORMS, text: string): string {
  const { pattern, example } = FORMS[name];
  if (pattern.test(text)) return text;
  throw new UserError(`--${name} is "${text}".`, { advice: `It looks like this: ${example}` });
}

function parseSince(text: string, now: Date): Date {
  const [, amount, unit = ""] = /^(\d{1,6})([mhdw])$/u.exec(text) ?? [];
  const milliseconds = UNIT_MILLISECONDS[unit];
  if (amount && milliseconds) return new Date(now.getTime() - Number(amount) * milliseconds);
  const moment = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/u.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new UserError(`--since is "${text}".`, {
    advice: "It looks like this: 90m, 24h, 7d, 4w, 2026-11-21 or 2026-11-21T08:00Z",
  });
}
