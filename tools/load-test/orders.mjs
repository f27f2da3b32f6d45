// @ts-check
import { withDatabase } from "../stack/database.mjs";
import { checkOrders } from "../audit-log/orders.mjs";
import { describeLines } from "./basket.mjs";
import { nameThing } from "./sight.mjs";

/**
 * @typedef {import("./shopper.mjs").PlacedOrder} PlacedOrder
 * @typedef {{ handle: string, variant: string, quantity: number }} StoredLine
 * @typedef {{ id: string, email: string, customerEmail: string | null, hasAccount: boolean | null,
 *   lines: StoredLine[] }} StoredOrder
 * @typedef {{ order: string, what: string }} WrongOrder
 */

const ORDERS = `
  SELECT o.id, o.email, c.email AS "customerEmail", c.has_account AS "hasAccount",
    json_agg(json_build_object('handle', l.product_handle, 'variant', l.variant_title, 'quantity', i.quantity)) AS lines
  FROM "order" o
  LEFT JOIN customer c ON c.id = o.customer_id
  JOIN order_item i ON i.order_id = o.id AND i.version = o.version
  JOIN order_line_item l ON l.id = i.item_id
  WHERE o.email = ANY($1) OR o.id = ANY($2)
  GROUP BY o.id, o.email, c.email, c.has_account`;

/**
 * Looks every order up in the backend's own database, and what the log says about whose session placed it.
 * @param {{ medusa: string, storefront: string }} databases
 * @param {{ placed: PlacedOrder[], emails: string[], since: Date }} hunted
 * @returns {Promise<WrongOrder[]>}
 */
export async function findWrongOrders(databases, { placed, emails, since }) {
  return withDatabase(databases.medusa, (medusa) =>
    withDatabase(databases.storefront, async (storefront) => {
      const ids = placed.map(({ id }) => id);
      const { rows } = await medusa.query(ORDERS, [emails, ids]);
      const { disagreements } = await checkOrders({ medusa, storefront }, { since });
      const recorded = disagreements.map(({ order, record }) => ({
        order: order.id,
        what: `was placed by ${record.customerId ?? "a guest"} and is ${order.customer_id ?? "nobody"}'s`,
      }));
      return [...compareOrders(placed, rows), ...recorded];
    }),
  );
}

/**
 * Each order that was placed, once and as it was, and no other.
 * @param {PlacedOrder[]} placed
 * @param {StoredOrder[]} stored
 * @returns {WrongOrder[]}
 */
export function compareOrders(placed, stored) {
  const own = new Map(placed.map((order) => [order.id, order]));
  const known = new Set(stored.map(({ id }) => id));
  const missing = placed.filter(({ id }) => !known.has(id));
  return [
    ...missing.map(({ id }) => ({ order: id, what: "is not on record" })),
    ...stored.flatMap((order) =>
      compare(order, own.get(order.id)).map((what) => ({ order: order.id, what })),
    ),
  ];
}

/**
 * @param {StoredOrder} stored
 * @param {PlacedOrder | undefined} placed
 * @returns {string[]}
 */
function compare({ email, customerEmail, hasAccount, lines }, placed) {
  if (!placed) return [`for ${email} was placed by nobody`];
  const wrong = [];
  if (email !== placed.email) wrong.push(`is for ${email} and not for ${placed.email}`);
  const isCustomers = hasAccount === true;
  if (isCustomers !== placed.isCustomers || (isCustomers && customerEmail !== placed.email))
    wrong.push(
      `of ${placed.isCustomers ? placed.email : "a guest"} is credited to ${customerEmail ?? "nobody"}`,
    );
  const is = describeLines(
    new Map(lines.map((line) => [nameThing(line.handle, line.variant), line.quantity])),
  );
  if (is !== placed.lines) wrong.push(`holds ${is} and not ${placed.lines}`);
  return wrong;
}
