import type { AuditEvent } from "./events";
import type { OrderCheck } from "./orders";

const TYPE_WIDTH = 26;
const SHORT_ID = 8;

const ADVICE = `Nobody may see another's order. For each: look at what led to it (npm run audit-log -- --order order_…), hand it
to the right customer in the admin (Orders, "Transfer ownership"), and tell both customers. One that was
handed over on purpose shows here, too.`;

const WHY_UNRECORDED =
  'made in the admin, paid at a provider and not returned from, or the log was away (then the storefront\'s log has the line "audit entry not stored").';

/** The list, one event a line, with what to do when it is empty or cut off. */
export function describeEvents(events: AuditEvent[], limit: number): string {
  if (events.length === 0) return "Nothing is recorded that fits. Fewer options find more: npm run audit-log";
  const hint = `The newest ${limit}. For more: --limit ${limit * 2}, or a narrower --since, --type or --customer.`;
  return [...events.map(describeEvent), ...(events.length === limit ? ["", hint] : [])].join("\n");
}

function describeEvent({ at, type, customerId, sessionId, orderId, detail }: AuditEvent): string {
  const time = at
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/u, "Z");
  const facts = Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${String(value)}`);
  const session = sessionId ? `session=${sessionId.slice(0, SHORT_ID)}` : "";
  const parts = [customerId ?? "guest", session, orderId ? `order=${orderId}` : "", ...facts];
  return `${time}  ${type.padEnd(TYPE_WIDTH)} ${parts.filter(Boolean).join(" ")}`;
}

/** Whether every order is its session's customer's, with what to do about one that is not. */
export function describeOrderCheck({ checked, unrecorded, disagreements }: OrderCheck): string {
  const lines = disagreements.map(({ order, record }) => {
    const session = record.sessionId ? ` in session ${record.sessionId.slice(0, SHORT_ID)}` : "";
    const placed = `was placed by ${record.customerId ?? "a guest"}${session}`;
    return `✗ order ${order.display_id} (${order.id}) ${placed}, and is ${order.customer_id ?? "nobody"}'s in Medusa.`;
  });
  if (lines.length > 0) lines.push("", ADVICE);
  else lines.push(`✓ ${countOrders(checked)}, each its session's customer's.`);
  if (unrecorded > 0) lines.push(`  ${countOrders(unrecorded)} without a record: ${WHY_UNRECORDED}`);
  return lines.join("\n");
}

function countOrders(amount: number): string {
  return `${amount} order${amount === 1 ? "" : "s"}`;
}
