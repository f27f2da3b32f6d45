import "server-only";
import { reshapeOrder } from "@/lib/orders/reshape";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders, guestHeaders } from "@/lib/medusa/headers";
import { ORDER_FIELDS, parseOrder } from "@/lib/orders/backend-order";
import { ORDER_ID, type Order } from "@/lib/orders/order";
import { listRecentOrders } from "@/lib/orders/recent-orders";
import { getSession } from "@/lib/session/session";

/**
 * An order for its confirmation page. Knowing the id is not enough: the order must be the signed-in customer's, or placed
 * by a guest in this browser. Null otherwise, whether or not the order exists.
 * @throws AppError "unavailable"
 */
export async function getConfirmedOrder(id: string): Promise<Order | null> {
  if (!ORDER_ID.test(id)) return null;
  const state = await getSession();
  if (state.status === "unavailable") throw new AppError("unavailable");
  const customerId = state.status === "signed-in" ? state.session.customerId : null;
  const recent = (await listRecentOrders()).find((order) => order.id === id);
  const isOwn = recent && (recent.customerId === null || recent.customerId === customerId);
  if (!isOwn && !customerId) return null;
  try {
    const query = { fields: ORDER_FIELDS };
    const path = `/store/orders/${encodeURIComponent(id)}`;
    const identity =
      state.status === "signed-in" ? customerHeaders(state.session.backendToken) : guestHeaders();
    const order = parseOrder(await callAs(identity, path, { query }));
    return isOwn || order.customer_id === customerId ? reshapeOrder(order) : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
