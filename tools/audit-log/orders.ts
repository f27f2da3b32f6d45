import type pg from "pg";

type StoredOrder = {
  id: string;
  display_id: number;
  customer_id: string | null;
  has_account: boolean | null;
};
type OrderRecord = { orderId: string; sessionId: string | null; customerId: string | null };

/** `unrecorded`: orders without an event in the log. */
export type OrderCheck = {
  checked: number;
  unrecorded: number;
  disagreements: { order: StoredOrder; record: OrderRecord }[];
};

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

/** Compares the owner of each order in Medusa with the customer of the session that placed it, by the log. */
export async function checkOrders(
  { storefront, medusa }: { storefront: pg.Client; medusa: pg.Client },
  { order, since }: { order?: string; since?: Date },
): Promise<OrderCheck> {
  const check: OrderCheck = { checked: 0, unrecorded: 0, disagreements: [] };
  for (let last: string | undefined = ""; last !== undefined;) {
    const orders: StoredOrder[] = (await medusa.query(ORDERS, [last, order ?? null, since ?? null])).rows;
    const ids = orders.map(({ id }) => id);
    const { rows: records } = await storefront.query<OrderRecord>(RECORDS, [ids]);
    for (const each of orders) {
      const own = records.filter(({ orderId }) => orderId === each.id);
      addOrder(check, each, own);
    }
    last = ids.at(-1);
  }
  return check;
}

function addOrder(check: OrderCheck, order: StoredOrder, records: OrderRecord[]): void {
  if (records.length === 0) check.unrecorded += 1;
  else check.checked += 1;
  const record = records.find((each) => !isRightfulOwner(order, each));
  if (record) check.disagreements.push({ order, record });
}

/** A customer's order must be theirs, a guest's of no account: Medusa keeps a customer for a guest's address, too. */
export function isRightfulOwner(
  { customer_id, has_account }: Pick<StoredOrder, "customer_id" | "has_account">,
  { customerId }: Pick<OrderRecord, "customerId">,
): boolean {
  return customerId === null ? !has_account : customer_id === customerId;
}
