// @ts-check

/**
 * @typedef {import("pg").Client} Client
 * @typedef {{ id: string, display_id: number, customer_id: string | null, has_account: boolean | null }} StoredOrder
 * @typedef {{ orderId: string, sessionId: string | null, customerId: string | null }} OrderRecord
 * @typedef {{ order: StoredOrder, record: OrderRecord }} Disagreement
 * @typedef {{ checked: number, unrecorded: number, disagreements: Disagreement[] }} Findings
 * @typedef {{ order?: string, since?: Date }} OrderFilter
 */

const BATCH = 500;

const ORDERS = `
  SELECT o.id, o.display_id, o.customer_id, c.has_account
  FROM "order" o LEFT JOIN customer c ON c.id = o.customer_id
  WHERE NOT o.is_draft_order AND o.id > $1
    AND ($2::text IS NULL OR o.id = $2) AND ($3::timestamptz IS NULL OR o.created_at >= $3)
  ORDER BY o.id LIMIT ${BATCH}`;

/** The session's own row has the last word on whose session it was. */
const RECORDS = `
  SELECT e."orderId", e."sessionId"::text, coalesce(s."customerId", e."customerId") AS "customerId"
  FROM "AuditEvent" e LEFT JOIN "Session" s ON s.id = e."sessionId"
  WHERE e."type" = 'order.placed' AND e."orderId" = ANY($1)`;

/**
 * Holds the backend's orders against the log: whose session placed each, and whose it is in Medusa.
 * @param {{ storefront: Client, medusa: Client }} databases
 * @param {OrderFilter} filter
 * @returns {Promise<Findings>}
 */
export async function checkOrders({ storefront, medusa }, { order, since }) {
  /** @type {Findings} */
  const findings = { checked: 0, unrecorded: 0, disagreements: [] };
  for (let last = ""; ;) {
    const { rows: orders } = await medusa.query(ORDERS, [last, order ?? null, since ?? null]);
    if (orders.length === 0) return findings;
    const { rows: records } = await storefront.query(RECORDS, [orders.map(({ id }) => id)]);
    compare(orders, records, findings);
    last = orders.at(-1).id;
  }
}

/**
 * @param {StoredOrder[]} orders
 * @param {OrderRecord[]} records
 * @param {Findings} findings added to
 */
function compare(orders, records, findings) {
  for (const order of orders) {
    const own = records.filter(({ orderId }) => orderId === order.id);
    if (own.length === 0) findings.unrecorded += 1;
    else findings.checked += 1;
    const wrong = own.find((record) => !isRightful(order, record));
    if (wrong) findings.disagreements.push({ order, record: wrong });
  }
}

/**
 * A customer's order is that customer's. A guest's is of somebody without an account: Medusa keeps a customer for each
 * guest's address, too.
 * @param {Pick<StoredOrder, "customer_id" | "has_account">} order
 * @param {Pick<OrderRecord, "customerId">} record
 */
export function isRightful({ customer_id, has_account }, { customerId }) {
  return customerId === null ? !has_account : customer_id === customerId;
}
