import "server-only";
import { type Order, ORDER_ID, type OrderPage } from "@/lib/orders/order";
import { requireCustomerHeaders } from "@/lib/session/session";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import type { IdentityHeaders } from "@/lib/medusa/headers";
import {
  findOrder,
  findOrderLines,
  ORDER_FIELDS,
  type OrderedLine,
  parseOrderList,
  SUMMARY_FIELDS,
} from "@/lib/orders/backend-order";
import { reshapeOrder, reshapeSummary } from "@/lib/orders/reshape";

const PAGE_SIZE = 10;

/** The customer's orders, newest first. @param page from 1; empty beyond the last. @throws AppError "signed-out", "unavailable" */
export async function listOrders(page: number): Promise<OrderPage> {
  const offset = (page - 1) * PAGE_SIZE;
  const query = { fields: SUMMARY_FIELDS, limit: PAGE_SIZE, offset, order: "-created_at" };
  const identity = await requireCustomerHeaders();
  const response = parseOrderList(await callAs(identity, "/store/orders", { query }));
  return {
    orders: response.orders.map(reshapeSummary),
    page,
    pageCount: Math.max(1, Math.ceil(response.count / PAGE_SIZE)),
    total: response.count,
  };
}

/** An order of the customer's; null for any other. @throws AppError "signed-out", "unavailable" */
export async function getOrder(id: string): Promise<Order | null> {
  const response = await fetchOwnOrder(id, ORDER_FIELDS, await requireCustomerHeaders());
  const order = response ? findOrder(response, id) : null;
  return order ? reshapeOrder(order) : null;
}

/** The lines of an order of a signed-in customer's; null for any other. For `lib` alone. */
export async function listOrderLines(id: string, identity: IdentityHeaders): Promise<OrderedLine[] | null> {
  const response = await fetchOwnOrder(id, "id,*items", identity);
  return response ? findOrderLines(response, id) : null;
}

/**
 * Fetches an order from the customer's own list, so that knowing an order's id is not enough.
 * @returns the unparsed response; null for an invalid id
 */
async function fetchOwnOrder(id: string, fields: string, identity: IdentityHeaders): Promise<unknown> {
  if (!ORDER_ID.test(id)) return null;
  try {
    return await callAs(identity, "/store/orders", { query: { id, fields } });
  } catch (error) {
    if (error instanceof AppError && ["not-found", "invalid"].includes(error.code)) return null;
    throw error;
  }
}
