import "server-only";
import type { StoreOrder } from "@medusajs/types";
import { reshapeOrder } from "@/lib/orders/reshape";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import type { Order } from "@/lib/orders/order";
import { listRecentOrders } from "@/lib/orders/recent";

const ORDER_FIELDS = [
  "id,display_id,created_at,email,currency_code,customer_id",
  "item_subtotal,original_item_total,discount_total,discount_subtotal",
  "original_shipping_total,shipping_subtotal,tax_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "*payment_collections.payments",
].join(",");

/**
 * An order for its confirmation page. The id alone opens nothing: it must be among the orders that this browser
 * placed. Null otherwise, whether or not such an order exists.
 */
export async function getConfirmedOrder(id: string): Promise<Order | null> {
  const isOwn = (await listRecentOrders()).some((order) => order.id === id);
  if (!isOwn) return null;
  try {
    const query = { fields: ORDER_FIELDS };
    const path = `/store/orders/${encodeURIComponent(id)}`;
    const { order } = await callAs<{ order: StoreOrder }>(guestHeaders(), path, { query });
    return reshapeOrder(order);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
