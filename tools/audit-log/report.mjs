// @ts-check

/**
 * @typedef {import("./events.mjs").AuditEvent} AuditEvent
 * @typedef {import("./orders.mjs").Findings} Findings
 */

const TYPE_WIDTH = 26;
const SHORT_ID = 8;

/**
 * One event on one line: when, what, who, in which session, and the rest.
 * @param {AuditEvent} event
 */
function describeEvent({ at, type, customerId, sessionId, orderId, detail }) {
  const facts = Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${String(value)}`);
  const parts = [
    customerId ?? "guest",
    sessionId ? `session=${sessionId.slice(0, SHORT_ID)}` : "",
    orderId ? `order=${orderId}` : "",
    ...facts,
  ];
  const moment = at
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/u, "Z");
  return `${moment}  ${type.padEnd(TYPE_WIDTH)} ${parts.filter(Boolean).join(" ")}`;
}

/**
 * The list, and what to do when it is empty or cut off.
 * @param {AuditEvent[]} events
 * @param {number} limit
 */
export function describeEvents(events, limit) {
  if (events.length === 0) return "Nothing is recorded that fits. Fewer options find more: npm run audit-log";
  const lines = events.map(describeEvent);
  const hint = `The newest ${limit}. For more: --limit ${limit * 2}, or a narrower --since, --type or --customer.`;
  return [...lines, ...(events.length === limit ? ["", hint] : [])].join("\n");
}

/**
 * Whether every order is its session's customer's, and what to do about one that is not.
 * @param {Findings} findings
 */
export function describeFindings({ checked, unrecorded, disagreements }) {
  const lines = disagreements.map(
    ({ order, record }) =>
      `✗ order ${order.display_id} (${order.id}) was placed by ${record.customerId ?? "a guest"}` +
      `${record.sessionId ? ` in session ${record.sessionId.slice(0, SHORT_ID)}` : ""}, ` +
      `and is ${order.customer_id ?? "nobody"}'s in Medusa.`,
  );
  if (lines.length > 0) lines.push("", ADVICE);
  else lines.push(`✓ ${count(checked, "order")}, each its session's customer's.`);
  if (unrecorded > 0)
    lines.push(
      `  ${count(unrecorded, "order")} without a record: made in the admin, or the log was away (then the ` +
        `storefront's log has the line "audit entry not stored").`,
    );
  return lines.join("\n");
}

const ADVICE = `Nobody may see another's order. For each: look at what led to it (npm run audit-log -- --order order_…), hand it
to the right customer in the admin (Orders, "Transfer ownership"), and tell both customers. One that was
handed over on purpose shows here, too.`;

/**
 * @param {number} amount
 * @param {string} noun
 */
function count(amount, noun) {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
