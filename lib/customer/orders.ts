import "server-only";
import type { OrderPage, OrderSummary } from "@/lib/customer/customer";
import { requireCustomerHeaders } from "@/lib/session/session";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import {
  type BackendOrderSummary,
  findOrder,
  findOrderLines,
  ORDER_FIELDS,
  type OrderedLine,
  parseOrderList,
} from "@/lib/orders/backend-order";
import { ORDER_ID, type Order } from "@/lib/orders/order";
import { reshapeOrder } from "@/lib/orders/reshape";

const PAGE_SIZE = 10;

const SUMMARY_FIELDS =
  "id,display_id,created_at,status,total,currency_code,items.id,items.quantity,items.thumbnail,items.title,items.product_title";

/** The customer's orders, newest first. @param page from 1; one that is too high is empty */
export async function listOrders(page: number): Promise<OrderPage> {
  const offset = (page - 1) * PAGE_SIZE;
  const query = { fields: SUMMARY_FIELDS, limit: PAGE_SIZE, offset, order: "-created_at" };
  const identity = await requireCustomerHeaders();
  const response = parseOrderList(await callAs(identity, "/store/orders", { query }));
  return {
    orders: response.orders.map(summarise),
    page,
    pageCount: Math.max(1, Math.ceil(response.count / PAGE_SIZE)),
    total: response.count,
  };
}

/** One of the customer's own orders. */
export async function getOrder(id: string): Promise<{ order: Order; status: string } | null> {
  const response = await askForOwnOrder(id, ORDER_FIELDS);
  const order = response ? findOrder(response, id) : null;
  return order ? { order: reshapeOrder(order), status: order.status } : null;
}

/** What one of the customer's own orders was of, null when it is not theirs. For `lib` alone. */
export async function listOwnOrderLines(id: string): Promise<OrderedLine[] | null> {
  const response = await askForOwnOrder(id, "id,*items");
  return response ? findOrderLines(response, id) : null;
}

/**
 * Asks for an order in the customer's own list, so that it is theirs whatever the backend would say to somebody who
 * knows its id.
 * @returns the answer as it came, null for an id that is none
 */
async function askForOwnOrder(id: string, fields: string): Promise<unknown> {
  const identity = await requireCustomerHeaders();
  if (!ORDER_ID.test(id)) return null;
  try {
    return await callAs(identity, "/store/orders", { query: { id, fields } });
  } catch (error) {
    if (error instanceof AppError && ["not-found", "invalid"].includes(error.code)) return null;
    throw error;
  }
}

function summarise(order: BackendOrderSummary): OrderSummary {
  const { items } = order;
  return {
    id: order.id,
    number: order.display_id,
    placedAt: order.created_at,
    count: items.reduce((sum, { quantity }) => sum + quantity, 0),
    total: { amount: order.total, currency: order.currency_code },
    status: order.status,
    things: sumByTitle(
      items.map(({ product_title, title, quantity }) => [product_title ?? title ?? "", quantity]),
    ),
    pictures: items.flatMap(({ thumbnail, product_title, title }) =>
      thumbnail ? [{ url: thumbnail, title: product_title ?? title ?? "" }] : [],
    ),
  };
}

function sumByTitle(items: [title: string, quantity: number][]): OrderSummary["things"] {
  const sums = new Map<string, number>();
  for (const [title, quantity] of items) sums.set(title, (sums.get(title) ?? 0) + quantity);
  return [...sums].map(([title, quantity]) => ({ title, quantity }));
}
