import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import type { PaymentAttempt } from "../modules/payment-attempt/service";

const LOCK_TIMEOUT_SECONDS = 30;

/**
 * Orders that this attempt has begun: made for its session, and never paid, because the process ended in between. With
 * a link to the cart, or, if it ended before that was written, without any. Medusa writes the payment last, so an order
 * that has one is whole.
 */
const UNFINISHED = `
  SELECT o.id, oc.cart_id, (
    SELECT opc.payment_collection_id FROM order_payment_collection opc
    WHERE opc.order_id = o.id AND opc.deleted_at IS NULL LIMIT 1) AS payment_collection_id
  FROM "order" o LEFT JOIN order_cart oc ON oc.order_id = o.id AND oc.deleted_at IS NULL
  WHERE o.deleted_at IS NULL AND o.metadata->>'payment_session_id' = ?
    AND (oc.cart_id IS NULL OR oc.cart_id = ?)
    AND (oc.cart_id IS NULL OR EXISTS (
      SELECT 1 FROM payment_session s WHERE s.id = ? AND s.deleted_at IS NULL))
    AND NOT EXISTS (
      SELECT 1 FROM order_payment_collection opc JOIN payment p ON p.payment_collection_id = opc.payment_collection_id
      WHERE opc.order_id = o.id AND opc.deleted_at IS NULL AND p.deleted_at IS NULL)`;

interface UnfinishedOrder {
  id: string;
  cart_id: string | null;
  payment_collection_id: string | null;
}

/**
 * Takes back orders that a killed process has left without payment, with their reservations, so that the cart can be
 * ordered anew and whole. Waits for a completion of the cart that is running.
 */
export async function undoUnfinishedOrders(
  container: MedusaContainer,
  attempt: PaymentAttempt,
): Promise<void> {
  const database = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const { session_id, cart_id } = attempt;
  const undo = async () => {
    const values = [session_id, cart_id, session_id];
    const { rows } = await database.raw<{ rows: UnfinishedOrder[] }>(UNFINISHED, values);
    for (const order of rows) await undoOrder(container, order);
  };
  // The key under which Medusa completes and changes the cart.
  await container.resolve(Modules.LOCKING).execute([cart_id], undo, { timeout: LOCK_TIMEOUT_SECONDS });
}

async function undoOrder(
  container: MedusaContainer,
  { id, cart_id, payment_collection_id }: UnfinishedOrder,
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.warn(`Order ${id} was begun and not finished; it is taken back and made anew`);
  const orders = container.resolve(Modules.ORDER);
  const { items = [] } = await orders.retrieveOrder(id, { relations: ["items"] });
  const lines = items.map((item) => item.id);
  if (lines.length > 0) await container.resolve(Modules.INVENTORY).deleteReservationItemsByLineItem(lines);
  const link = container.resolve(ContainerRegistrationKeys.LINK);
  const order = { [Modules.ORDER]: { order_id: id } };
  if (payment_collection_id) await link.dismiss({ ...order, [Modules.PAYMENT]: { payment_collection_id } });
  if (cart_id) {
    await link.dismiss({ ...order, [Modules.CART]: { cart_id } });
    await container.resolve(Modules.CART).updateCarts(cart_id, { completed_at: null } as never);
  }
  await orders.deleteOrders([id]);
}
