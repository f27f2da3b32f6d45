import { queryDb } from "../support/storefront-db";
import { describeLines, linesOf } from "./cart";
import type { PlacedOrder } from "./shopper";

type StoredOrder = {
  id: string;
  email: string;
  customerEmail: string | null;
  hasAccount: boolean | null;
  lines: { handle: string; variant: string; quantity: number }[];
};

type WrongOrder = { order: string; what: string };

const ORDERS = `
  SELECT o.id, o.email, c.email AS "customerEmail", c.has_account AS "hasAccount",
    json_agg(json_build_object('handle', l.product_handle, 'variant', l.variant_title, 'quantity', i.quantity)) AS lines
  FROM "order" o
  LEFT JOIN customer c ON c.id = o.customer_id
  JOIN order_item i ON i.order_id = o.id AND i.version = o.version
  JOIN order_line_item l ON l.id = i.item_id
  WHERE o.email = ANY($1) OR o.id = ANY($2)
  GROUP BY o.id, o.email, c.email, c.has_account`;

/** Checks the orders with these ids or e-mail addresses in the backend's own database. */
export async function findWrongOrders(
  medusaUrl: string,
  placed: readonly PlacedOrder[],
  emails: readonly string[],
): Promise<WrongOrder[]> {
  const ids = placed.map(({ id }) => id);
  return compareOrders(placed, await queryDb<StoredOrder>(ORDERS, [emails, ids], medusaUrl));
}

/** Each placed order must be stored, once and as it was placed, and no other. */
export function compareOrders(placed: readonly PlacedOrder[], stored: StoredOrder[]): WrongOrder[] {
  const byId = new Map(placed.map((order) => [order.id, order]));
  const storedIds = new Set(stored.map(({ id }) => id));
  const missing = placed.filter(({ id }) => !storedIds.has(id));
  return [
    ...missing.map(({ id }) => ({ order: id, what: "is not on record" })),
    ...stored.flatMap((order) =>
      compareOrder(order, byId.get(order.id)).map((what) => ({ order: order.id, what })),
    ),
  ];
}

function compareOrder(stored: StoredOrder, placed: PlacedOrder | undefined): string[] {
  const { email, customerEmail, hasAccount } = stored;
  if (!placed) return [`for ${email} was placed by nobody`];
  const wrong: string[] = [];
  if (email !== placed.email) wrong.push(`is for ${email} and not for ${placed.email}`);
  const isCustomers = hasAccount === true;
  const owner = placed.isCustomers ? placed.email : "a guest";
  if (isCustomers !== placed.isCustomers || (isCustomers && customerEmail !== placed.email))
    wrong.push(`of ${owner} is credited to ${customerEmail ?? "nobody"}`);
  const holds = describeLines(linesOf(stored.lines));
  if (holds !== placed.lines) wrong.push(`holds ${holds} and not ${placed.lines}`);
  return wrong;
}
