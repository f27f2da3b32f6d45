import "server-only";
import type { StoreOrder } from "@medusajs/types";
import type { OrderPage, OrderSummary } from "@/lib/customer/customer";
import { requireIdentity } from "@/lib/customer/identity";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { ORDER_FIELDS } from "@/lib/orders/confirmation";
import { ORDER_ID, type Order } from "@/lib/orders/order";
import { reshapeOrder } from "@/lib/orders/reshape";

const PAGE_SIZE = 10;

const SUMMARY_FIELDS =
  "id,display_id,created_at,status,total,currency_code,items.id,items.quantity,items.thumbnail,items.title,items.product_title";

/** The customer's orders, newest first. @param page from 1; one that is too high is empty */
export async function listOrders(page: number): Promise<OrderPage> {
  const offset = (page - 1) * PAGE_SIZE;
  const query = { fields: SUMMARY_FIELDS, limit: PAGE_SIZE, offset, order: "-created_at" };
  const identity = await requireIdentity();
  const answer = await callAs<{ orders: StoreOrder[]; count: number }>(identity, "/store/orders", { query });
  return {
    orders: answer.orders.map(summarise),
    page,
    pageCount: Math.max(1, Math.ceil(answer.count / PAGE_SIZE)),
    total: answer.count,
  };
}

/** One of the customer's own orders. */
export async function getOrder(id: string): Promise<{ order: Order; status: string } | null> {
  const order = await findOwnOrder(id, `${ORDER_FIELDS},status`);
  return order ? { order: reshapeOrder(order), status: order.status } : null;
}

/**
 * Medusa's own order, for `lib` alone. Asked for in the customer's own list, so that it is theirs whatever the backend
 * would say to somebody who knows its id.
 */
export async function findOwnOrder(id: string, fields: string): Promise<StoreOrder | null> {
  const identity = await requireIdentity();
  if (!ORDER_ID.test(id)) return null;
  try {
    const query = { id, fields };
    const { orders } = await callAs<{ orders: StoreOrder[] }>(identity, "/store/orders", { query });
    return orders.find((each) => each.id === id) ?? null;
  } catch (error) {
    if (error instanceof AppError && ["not-found", "invalid"].includes(error.code)) return null;
    throw error;
  }
}

function summarise(order: StoreOrder): OrderSummary {
  const items = order.items ?? [];
  return {
    id: order.id,
    number: order.display_id ?? 0,
    placedAt: String(order.created_at),
    count: items.reduce((sum, { quantity }) => sum + quantity, 0),
    total: { amount: order.total, currency: order.currency_code },
    status: order.status,
    things: sumByTitle(items.map(({ product_title, title, quantity }) => [product_title ?? title, quantity])),
    pictures: items.flatMap(({ thumbnail, product_title, title }) =>
      thumbnail ? [{ url: thumbnail, title: product_title ?? title }] : [],
    ),
  };
}

function sumByTitle(items: [title: string, quantity: number][]): OrderSummary["things"] {
  const sums = new Map<string, number>();
  for (const [title, quantity] of items) sums.set(title, (sums.get(title) ?? 0) + quantity);
  return [...sums].map(([title, quantity]) => ({ title, quantity }));
}
